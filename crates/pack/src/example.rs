//! A rule's examples: posts with the words that it should find in `[[ ]]`.

use thiserror::Error;

/// A post, and the words in it that a rule should find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The post without the marks.
    pub text: String,
    /// Where the marked words stand in `text`: half-open ranges of UTF-16 code units.
    pub spans: Vec<(u32, u32)>,
}

/// Marks that don't pair up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExampleError {
    /// `[[` without `]]`, or inside another.
    #[error("`[[` is not closed by `]]` before the next mark or the end")]
    Open,
    /// `]]` without `[[`.
    #[error("`]]` closes nothing; write `[[` where the words begin")]
    Close,
}

impl Example {
    /// Takes the marks off.
    ///
    /// ```
    /// let example = amana_pack::Example::parse("so [[my boss]] said")?;
    /// assert_eq!(example.text, "so my boss said");
    /// assert_eq!(example.spans, [(3, 10)]);
    /// # Ok::<(), amana_pack::ExampleError>(())
    /// ```
    ///
    /// # Errors
    /// When the marks don't pair up.
    pub fn parse(marked: &str) -> Result<Self, ExampleError> {
        let mut example = Self { text: String::new(), spans: Vec::new() };
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once("[[") {
            let (inside, behind) = after.split_once("]]").ok_or(ExampleError::Open)?;
            if before.contains("]]") {
                return Err(ExampleError::Close);
            }
            if inside.contains("[[") {
                return Err(ExampleError::Open);
            }
            example.text.push_str(before);
            let start = utf16_len(&example.text);
            example.text.push_str(inside);
            example.spans.push((start, utf16_len(&example.text)));
            rest = behind;
        }
        if rest.contains("]]") {
            return Err(ExampleError::Close);
        }
        example.text.push_str(rest);
        Ok(example)
    }
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_which_mark_is_alone() {
        assert_eq!(Example::parse("a [[b"), Err(ExampleError::Open));
        assert_eq!(Example::parse("a [[b [[c]]"), Err(ExampleError::Open));
        assert_eq!(Example::parse("a]] [[b]]"), Err(ExampleError::Close));
        assert_eq!(Example::parse("a]] b"), Err(ExampleError::Close));
    }

    #[test]
    fn counts_in_utf16() {
        let example = Example::parse("🙂 [[ש\"ח]]").unwrap();
        assert_eq!(example.spans, [(3, 6)]);
    }
}
