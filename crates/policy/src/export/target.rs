//! Browsers, platforms, and which of them go together.

use std::fmt;
use std::str::FromStr;

/// A browser, with what its administrators must know by heart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium as Linux distributions build it.
    Chromium,
    /// Google Chrome.
    Chrome,
    /// Microsoft Edge.
    Edge,
    /// Brave.
    Brave,
    /// Mozilla Firefox.
    Firefox,
}

impl Browser {
    /// Every browser.
    pub const ALL: [Self; 5] = [Self::Chromium, Self::Chrome, Self::Edge, Self::Brave, Self::Firefox];

    /// Its name in a target.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Chrome => "chrome",
            Self::Edge => "edge",
            Self::Brave => "brave",
            Self::Firefox => "firefox",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Chrome => "Google Chrome",
            Self::Edge => "Microsoft Edge",
            Self::Brave => "Brave",
            Self::Firefox => "Firefox",
        }
    }

    /// The folder of its policies on Linux.
    pub(super) fn linux(self) -> &'static str {
        match self {
            Self::Chromium => "/etc/chromium/policies/managed",
            Self::Chrome => "/etc/opt/chrome/policies/managed",
            Self::Edge => "/etc/opt/edge/policies/managed",
            Self::Brave => "/etc/brave/policies/managed",
            Self::Firefox => "/etc/firefox/policies",
        }
    }

    /// The key of its policies in Windows' registry, below the hive.
    pub(super) fn registry(self) -> &'static str {
        match self {
            Self::Chromium => r"SOFTWARE\Policies\Chromium",
            Self::Chrome => r"SOFTWARE\Policies\Google\Chrome",
            Self::Edge => r"SOFTWARE\Policies\Microsoft\Edge",
            Self::Brave => r"SOFTWARE\Policies\BraveSoftware\Brave",
            Self::Firefox => r"SOFTWARE\Policies\Mozilla\Firefox",
        }
    }

    /// The key where an extension's own policy stands.
    pub(super) fn registry_of_keys(self, id: &str) -> String {
        let root = self.registry();
        match self {
            Self::Firefox => format!(r"{root}\3rdparty\Extensions\{id}"),
            _ => format!(r"{root}\3rdparty\extensions\{id}\policy"),
        }
    }

    /// The domain of its policies on macOS.
    pub(super) fn mac(self) -> &'static str {
        match self {
            Self::Chromium => "org.chromium.Chromium",
            Self::Chrome => "com.google.Chrome",
            Self::Edge => "com.microsoft.Edge",
            Self::Brave => "com.brave.Browser",
            Self::Firefox => "org.mozilla.firefox",
        }
    }

    /// Where its store serves extensions.
    pub(super) fn store(self) -> &'static str {
        match self {
            Self::Edge => "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
            _ => "https://clients2.google.com/service/update2/crx",
        }
    }

    /// The setting that keeps an extension's button in the toolbar: Edge has a name of its own for it.
    pub(super) fn pin(self) -> (&'static str, &'static str) {
        match self {
            Self::Edge => ("toolbar_state", "force_shown"),
            _ => ("toolbar_pin", "force_pinned"),
        }
    }
}

/// A way for a policy to reach a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// A JSON file; for Firefox `policies.json`, which Windows and macOS take as well.
    Linux,
    /// A `.reg` file.
    Windows,
    /// Templates for Group Policy.
    Admx,
    /// Microsoft Intune, by OMA-URI.
    Intune,
    /// A configuration profile.
    Macos,
    /// The Google Admin console, for Chrome.
    GoogleAdmin,
    /// Lines for Mozilla's own Group Policy templates, for Firefox.
    Gpo,
}

impl Platform {
    const ALL: [Self; 7] =
        [Self::Linux, Self::Windows, Self::Admx, Self::Intune, Self::Macos, Self::GoogleAdmin, Self::Gpo];

    /// Its name in a target.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Linux => "linux",
            Self::Windows => "windows",
            Self::Admx => "admx",
            Self::Intune => "intune",
            Self::Macos => "macos",
            Self::GoogleAdmin => "google-admin",
            Self::Gpo => "gpo",
        }
    }

    fn serves(self, browser: Browser) -> bool {
        match self {
            Self::GoogleAdmin => browser == Browser::Chrome,
            Self::Gpo => browser == Browser::Firefox,
            _ => true,
        }
    }
}

/// A browser on a platform, such as `windows-edge`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The way the policy takes.
    pub platform: Platform,
    /// The browser that it is for.
    pub browser: Browser,
}

impl Target {
    /// Every target, platform by platform.
    ///
    /// ```
    /// use amana_policy::Target;
    /// assert!(Target::all().all(|target| target.to_string().parse() == Ok(target)));
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        let with = |platform: Platform| Browser::ALL.into_iter().map(move |browser| Self { platform, browser });
        Platform::ALL.into_iter().flat_map(with).filter(|target| target.platform.serves(target.browser))
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.platform {
            Platform::GoogleAdmin => formatter.write_str(self.platform.as_str()),
            platform => write!(formatter, "{}-{}", platform.as_str(), self.browser.as_str()),
        }
    }
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::all().find(|target| target.to_string() == text).ok_or_else(|| {
            let all: Vec<String> = Self::all().map(|target| target.to_string()).collect();
            format!("write one of {}", all.join(", "))
        })
    }
}
