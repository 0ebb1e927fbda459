#!/usr/bin/env bash
# Every task, for people and CI alike: `./build.sh help` lists them. What a step made is kept until its inputs change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly BUILD=.build
readonly TARGET=${CARGO_TARGET_DIR:-target}
# Compressed: each page of each site loads it, also where nobody writes.
readonly MOST_CONTENT=12000
readonly FUZZ_TARGETS=(text charter pack)
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

main() {
  local task=${1:-help}
  shift || true
  case $task in
    setup | build | package | demo | test | fuzz | names | bench | learn | docs | check | icons | clean | help) "task_$task" "$@" ;;
    *) fail "there is no task \"$task\"; ./build.sh help lists them" ;;
  esac
}

task_help() {
  cat <<'TASKS'
./build.sh TASK
  setup           install what is missing: the wasm target, wasm-bindgen, npm packages, Debian's browsers and fonts
  build           make dist/chrome and dist/firefox
  package [--key FILE] [--host URL] [--sites CHARTER.json]
                  make dist/packages: CRX, store ZIP, XPI, updates.xml, updates.json, SHA256SUMS; see docs/it
  demo [--open]   type sample posts in Chromium, print what was warned of, draw docs/pictures; --open leaves it open
  test [PART]     run every test but the long ones, or one PART: rust, fuzz, content, charter, browser, chromium, firefox;
                  the long ones are editors, which takes their libraries from npm; sites, a real WordPress, which takes PHP and
                  MariaDB from Debian; package; and rollout, which takes root
  fuzz [SECONDS]  throw odd texts, charters and packs at Amana, for 60 seconds in all; 600 is the long run
  names           how many names of accounts that use a brand are found, and how many others are taken for one
  bench [--json]  what a check costs, natively and in WebAssembly, beside what one would use instead, and what
                  Amana costs a page: 5 minutes at most
  learn           learn the trained layer and the everyday words anew, after a change of the lists or the corpus
  docs            write docs/rules.md anew, after a change of the rules or the lists
  check           formatting, lints, types, and web-ext's lint of what ships
  icons           draw the icons again after a change of extension/icons/amana.svg
  clean           remove what the tasks made
  help            this list
TASKS
}

task_setup() {
  setup_packages
  setup_rust
  setup_npm
}

task_build() {
  setup_rust
  setup_npm
  build_wasm
  once content.js "$BUILD/content.js" bundle_content extension/content package-lock.json
  assemble chrome
  assemble firefox
}

task_package() {
  local key="${XDG_CONFIG_HOME:-$HOME/.config}/amana/crx-key.pem" host="" sites=()
  while (($#)); do
    (($# > 1)) || fail "$1 wants a value"
    case $1 in
      --key) key=$2 ;;
      --host) host=$2 ;;
      --sites) sites=(--sites "$2") ;;
      *) fail "package knows --key, --host and --sites; $1 it does not know" ;;
    esac
    shift 2
  done
  task_build
  ((${#sites[@]} == 0)) || cargo run --quiet --locked -p amana -- charter check "${sites[1]}"
  [[ -n $host ]] || echo "no --host: updates.xml and updates.json name https://amana.example, which is nobody's; give yours before you serve them" >&2
  node tasks/package.js --key "$key" --host "${host:-https://amana.example}" "${sites[@]}"
}

task_demo() {
  setup_packages
  task_build
  bundle_tests
  node --enable-source-maps "$BUILD/tests/demo/demo.js" "$@"
}

task_test() {
  local part=${1:-every} passed=0 failed=0
  case $part in
    every) set -- rust fuzz content charter browser ;;
    rust | fuzz | content | charter | package | browser | chromium | firefox | editors | sites | rollout) ;;
    *) fail "there are no tests \"$part\"; ./build.sh help names the parts" ;;
  esac
  mkdir -p "$BUILD/logs"
  for part in "$@"; do run_part "$part"; done
  echo "$passed passed, $failed failed"
  ((failed == 0))
}

task_names() {
  setup_packages
  setup_rust
  local part
  for part in work measure; do
    echo "== tests/corpus/names/$part.jsonl"
    cargo run --quiet --release --locked -p amana -- names --charter charters/golden-pages.json --measure "tests/corpus/names/$part.jsonl"
  done
  echo "== look-alikes, words, people, handles"
  cargo test --quiet --release --locked -p amana-checker --test lookalikes -- --nocapture
}

task_bench() {
  prepare_bench >&2
  node --enable-source-maps "$BUILD/bench/bench.js" "$TARGET/release/amana-bench" "$@"
}

# What it says goes elsewhere: what the bench prints is read by programs.
prepare_bench() {
  setup_packages
  task_build
  build_bench
}

task_fuzz() {
  local seconds=${1:-60} target found=0
  setup_packages
  step "fuzz targets" fuzz_cargo build
  for target in "${FUZZ_TARGETS[@]}"; do
    fuzz_one "$target" $((seconds / ${#FUZZ_TARGETS[@]})) || found=$((found + 1))
  done
  echo "# pass $((${#FUZZ_TARGETS[@]} - found))"
  echo "# fail $found"
  ((found == 0))
}

task_learn() {
  setup_rust
  node tasks/ordinary.js
  cargo run --quiet --release --locked -p amana -- layer train --charter charters/golden-pages.json tests/corpus/work/*.jsonl
  cargo run --quiet --release --locked -p amana -- eval --charter charters/golden-pages.json tests/corpus/measure/*.jsonl
}

task_docs() {
  rule_docs --out docs/rules.md
}

task_check() {
  setup_packages
  setup_rust
  setup_npm
  rustup component list --installed | grep -q ^clippy || step "install clippy and rustfmt" rustup component add clippy rustfmt
  step "rustfmt" cargo fmt --all --check
  step "clippy, native" cargo clippy --workspace --all-targets --locked -- -D warnings
  step "clippy, wasm" cargo clippy --target wasm32-unknown-unknown --locked -p amana-browser -p amana-checker \
    -p amana-charter -p amana-fields -p amana-pack -p amana-policy -p amana-words -p amana-messages -- -D warnings
  step "rustfmt, fuzz targets" cargo fmt --manifest-path fuzz/Cargo.toml --check
  step "clippy, fuzz targets" fuzz_cargo clippy -- -D warnings
  step "rules and lists" cargo run --quiet --locked -p amana -- pack check
  step "docs/rules.md" check_rule_docs
  step "the learned layer" cargo run --quiet --locked -p amana -- layer check --charter charters/golden-pages.json tests/corpus/work/*.jsonl
  step "shellcheck" shellcheck build.sh .ci/run
  step "types, extension" npx tsc --noEmit
  step "types, browser tests" npx tsc --noEmit -p tests/browser
  task_build
  step "web-ext lint" npx web-ext lint --source-dir dist/firefox --warnings-as-errors --no-config-discovery
}

task_icons() {
  setup_packages
  setup_npm
  node tasks/icons.js
}

task_clean() {
  rm -rf "$BUILD" dist node_modules tests/pages/editors/node_modules
  cargo clean
}

# --- setting up ---

setup_packages() {
  local missing
  missing=$(missing_packages)
  [[ -z $missing ]] || step "install Debian packages: ${missing//$'\n'/ }" install_packages "$missing"
}

missing_packages() {
  have chromium || echo chromium
  have firefox-esr || echo firefox-esr
  have shellcheck || echo shellcheck
  have openssl || echo openssl
  have cc || printf '%s\n' gcc libc6-dev
  have c++ || echo g++
  have dnstwist || echo dnstwist
  have_package wamerican || echo wamerican
  have_package python3-fake-factory || echo python3-fake-factory
  have_package fonts-noto-core || echo fonts-noto-core
  have_package fonts-noto-color-emoji || echo fonts-noto-color-emoji
}

install_packages() {
  local packages
  mapfile -t packages <<<"$1"
  have apt-get || fail "this is not Debian; install what it calls ${packages[*]}"
  can_be_root || fail "this takes root: apt-get install ${packages[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

can_be_root() {
  ((EUID == 0)) || have sudo
}

setup_rust() {
  if ! have rustup || ! have cargo; then fail "Rust is missing: install stable Rust with rustup, https://rustup.rs"; fi
  rustup target list --installed | grep -qx wasm32-unknown-unknown ||
    step "install Rust's wasm target" rustup target add wasm32-unknown-unknown
  local wanted
  wanted=$(locked_version wasm-bindgen)
  [[ $(wasm-bindgen --version 2>/dev/null) == "wasm-bindgen $wanted" ]] ||
    step "install wasm-bindgen $wanted" cargo install wasm-bindgen-cli --version "$wanted" --no-default-features
}

# The command and the library must be of one version.
locked_version() {
  awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print }' Cargo.lock
}

setup_npm() {
  if ! have node || ! have npm; then fail "Node 20 or later is missing, with npm: https://nodejs.org"; fi
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) || fail "Node 20 or later is needed; this is $(node --version)"
  once "npm packages" node_modules install_npm package-lock.json
}

install_npm() {
  npm ci --no-audit --no-fund
}

have() {
  command -v "$1" >/dev/null
}

have_package() {
  ! have dpkg-query || [[ $(dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null) == *" installed" ]]
}

# --- building ---

readonly WASM_RELEASE=$TARGET/wasm32-unknown-unknown/release

build_wasm() {
  cargo_wasm -p amana-browser
  once amana.wasm "$BUILD/wasm" bind_browser "$WASM_RELEASE/amana_browser.wasm" Cargo.lock package-lock.json
}

# Without the builder's own folders in it: who builds the same commit elsewhere gets the same bytes.
cargo_wasm() {
  RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$PWD=amana" \
    cargo build --quiet --release --locked --target wasm32-unknown-unknown "$@"
}

bind_browser() { bind_wasm "$WASM_RELEASE/amana_browser.wasm" "$BUILD/wasm"; }
bind_bench() { bind_wasm "$WASM_RELEASE/amana_bench.wasm" "$BUILD/bench/wasm"; }

# bind_wasm MODULE FOLDER: makes of what cargo built what a browser loads.
bind_wasm() {
  rm -rf "$2"
  wasm-bindgen --target web --no-typescript --out-name amana --out-dir "$2" "$1"
  # Named one by one: with all features at once it makes what no browser loads.
  npx wasm-opt -O3 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue -o "$2/amana_bg.wasm" "$2/amana_bg.wasm"
}

build_bench() {
  cargo build --quiet --release --locked -p amana-bench
  cargo_wasm -p amana-bench --lib
  once bench.wasm "$BUILD/bench/wasm" bind_bench "$WASM_RELEASE/amana_bench.wasm" Cargo.lock package-lock.json
  npx esbuild tests/bench/{bench,worker,page}.ts --bundle --platform=node --format=esm --packages=external --sourcemap \
    --log-level=warning --outdir="$BUILD/bench"
}

bundle_content() {
  npx esbuild extension/content/main.ts --bundle --minify --format=iife --target=chrome120,firefox142 \
    --log-level=warning --outfile="$BUILD/content.js"
  local size
  size=$(gzip -9c "$BUILD/content.js" | wc -c)
  ((size <= MOST_CONTENT)) || fail "the content script takes $size bytes, compressed; every page loads it, and $MOST_CONTENT is the most"
}

assemble() {
  once "dist/$1" "dist/$1" "assemble_$1" manifest.json Cargo.toml tasks/manifest.js packs/sites extension/background.js \
    extension/_locales extension/icons extension/pages extension/managed_schema.json "$BUILD/content.js" "$BUILD/wasm"
}

assemble_chrome() {
  copy_to chrome
  cp extension/managed_schema.json dist/chrome/
}

assemble_firefox() { copy_to firefox; }

copy_to() {
  rm -rf "dist/$1"
  mkdir -p "dist/$1/icons"
  node tasks/manifest.js "$1" >"dist/$1/manifest.json"
  cp -r extension/background.js extension/_locales extension/pages "$BUILD/content.js" "$BUILD/wasm" "dist/$1/"
  cp extension/icons/*.png "dist/$1/icons/"
}

rule_docs() {
  cargo run --quiet --locked -p amana -- pack docs "$@"
}

check_rule_docs() {
  diff docs/rules.md <(rule_docs) >/dev/null ||
    fail "docs/rules.md is not what the rules and lists say now; run ./build.sh docs and commit it"
}

# once NAME OUTPUT COMMAND INPUT…: runs COMMAND when OUTPUT is missing, or an INPUT or this script changed since it ran.
once() {
  local name=$1 output=$2 command=$3 stamp now
  shift 3
  stamp="$BUILD/stamps/${name//\//-}"
  now=$(find build.sh "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [[ -e $output && -f $stamp && $(<"$stamp") == "$now" ]] && return
  step "$name" "$command"
  mkdir -p "$BUILD/stamps"
  echo "$now" >"$stamp"
}

# --- testing ---

# run_part NAME: runs one part, prints its result, and adds it to `passed` and `failed`.
run_part() {
  local log="$BUILD/logs/$1.txt" code good bad skipped
  echo "== tests: $1"
  set +e
  (set -e && "part_$1") 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  read -r good bad skipped < <(tally "$log")
  # A part that broke off, or counted nothing, has failed, unless it said that it was not run.
  if ((bad == 0 && (code != 0 || good == 0))) && ! grep -q '^not run: ' "$log"; then bad=1; fi
  ((skipped == 0)) || echo "not run: $skipped of the tests of $1"
  echo "== $1: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
}

part_rust() {
  setup_packages
  cargo test --workspace --locked --no-fail-fast
}

part_fuzz() { task_fuzz "$@"; }

part_content() {
  setup_npm
  npm run --silent test:content
}

part_charter() {
  setup_npm
  cargo build --quiet --locked -p amana
  AMANA_COMMAND="$TARGET/debug/amana" npm run --silent test:charter
}

# Packs twice, in two folders: all that is handed out must be the same.
part_package() {
  local work
  setup_packages
  setup_npm
  work=$(mktemp -d)
  openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/key.pem"
  package_in "$work/one" "$work/key.pem"
  package_in "$work/elsewhere/two" "$work/key.pem"
  diff -r "$work/one/dist/packages" "$work/elsewhere/two/dist/packages"
  (cd "$work/one" && npm run --silent test:package)
  rm -rf "$work"
}

# package_in FOLDER KEY: packages a copy of what git would commit; npm's packages come along, since they are the same.
package_in() {
  mkdir -p "$1/$BUILD/stamps"
  git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$1"
  cp -r node_modules "$1/"
  cp "$BUILD/stamps/npm packages" "$1/$BUILD/stamps/"
  (cd "$1" && unset CARGO_TARGET_DIR && ./build.sh package --key "$2" --host https://amana.example.com)
}

part_browser() { test_in "chromium firefox" browser; }
part_chromium() { test_in chromium browser; }
part_firefox() { test_in firefox browser; }

part_editors() {
  setup_npm
  once "editors' libraries" tests/pages/editors/node_modules install_editors tests/pages/editors/package-lock.json
  once "editors' pages" "$BUILD/editors" bundle_editors tests/pages/editors/*.js tests/pages/editors/{shell,package-lock.json}
  test_in "${AMANA_BROWSERS:-chromium firefox}" editors
}

# With the real policies of real browsers, over a copy of /etc that goes away with the part: this machine's own stay as they are.
part_rollout() {
  if ! ((EUID == 0)) || ! unshare --mount true 2>/dev/null; then
    echo "not run: the tests of rolling out; they take root, and a mount namespace of their own"
    return
  fi
  setup_packages
  task_build
  bundle_tests
  cargo build --quiet --locked -p amana
  AMANA_BROWSERS=${AMANA_BROWSERS:-chromium firefox} AMANA_COMMAND="$TARGET/debug/amana" \
    in_own_etc node --enable-source-maps --test --test-reporter=spec "$BUILD/tests/rollout"/*.test.js
}

# in_own_etc COMMAND…: what COMMAND writes to /etc is gone when it ends.
in_own_etc() {
  mkdir -p "$BUILD/etc"
  # shellcheck disable=SC2016 # The inner shell's own arguments.
  unshare --mount bash -euc '
    mount -t tmpfs none "$0"
    mkdir "$0/upper" "$0/work"
    mount -t overlay none -o "lowerdir=/etc,upperdir=$0/upper,workdir=$0/work" /etc
    rm -rf /etc/chromium/policies /etc/firefox/policies
    exec "$@"' "$PWD/$BUILD/etc" "$@"
}

part_sites() {
  local missing
  missing=$(missing_for_sites)
  if { [[ -n $missing ]] || ! knows_wordpress; } && ! can_be_root; then
    echo "not run: the tests on real sites; only root can install: $(paste -sd ' ' <<<"${missing:-wordpress}")"
    return
  fi
  [[ -z $missing ]] || step "install Debian packages: ${missing//$'\n'/ }" install_packages "$missing"
  once "WordPress" "$BUILD/wordpress" unpack_wordpress tests/sites/wordpress
  test_in "${AMANA_BROWSERS:-chromium firefox}" sites
}

# The programs alone: the package mariadb-server would start a service.
missing_for_sites() {
  have php || echo php-cli
  have_package php-mysql || echo php-mysql
  have mariadb-install-db || echo mariadb-server-core
  have my_print_defaults || echo mariadb-client-core
}

knows_wordpress() {
  [[ -d $BUILD/wordpress ]] || apt-cache show wordpress &>/dev/null
}

# Debian's package, with the theme and the libraries that it links to; unpacked, since installed it brings a web server that starts.
unpack_wordpress() {
  local folder="$PWD/$BUILD/wordpress" package
  knows_wordpress || as_root apt-get update -q
  rm -rf "$folder"
  mkdir -p "$folder/packages"
  (cd "$folder/packages" && apt-cache depends wordpress |
    awk '$2 ~ /^(libjs-|php-getid3|wordpress-theme-)/ { print $2 }' | xargs apt-get download -q wordpress)
  for package in "$folder/packages"/*.deb; do dpkg-deb --extract "$package" "$folder"; done
  rm -r "$folder/packages"
  cp tests/sites/wordpress/wp-config.php "$folder/usr/share/wordpress/"
}

# test_in BROWSERS FOLDER: runs the tests of tests/FOLDER in each of the browsers.
test_in() {
  if [[ -n $(missing_packages) ]] && ! can_be_root; then
    echo "not run: the tests in browsers; only root can install: $(missing_packages | paste -sd ' ')"
    return
  fi
  setup_packages
  task_build
  bundle_tests
  AMANA_BROWSERS=$1 node --enable-source-maps --test --test-reporter=spec "$BUILD/tests/$2"/*.test.js
}

bundle_tests() {
  rm -rf "$BUILD/tests"
  npx esbuild tests/{browser,editors,sites,rollout}/*.test.ts tests/demo/demo.ts --bundle --platform=node --format=esm --packages=external \
    --sourcemap --log-level=warning --outbase=tests --outdir="$BUILD/tests"
  npx esbuild tests/pages/react/*.js --bundle --minify --format=iife --define:process.env.NODE_ENV='"production"' \
    --log-level=warning --outdir="$BUILD/pages"
}

# They take more place than all other packages together, and nothing else needs them.
install_editors() {
  npm ci --ignore-scripts --no-audit --no-fund --prefix tests/pages/editors
}

# Each editor from its real library, with the page that shows it. Left out is what Gutenberg loads when one uploads a picture.
bundle_editors() {
  rm -rf "$BUILD/editors"
  npx esbuild tests/pages/editors/*.js --bundle --minify --format=esm --define:process.env.NODE_ENV='"production"' \
    --define:global=window --loader:.svg=dataurl --external:@wordpress/vips/* --external:@wordpress/video-conversion/* \
    --log-level=error --outdir="$BUILD/editors"
  cp tests/pages/editors/shell/page.* "$BUILD/editors/"
}

# Adds up what cargo, node and the fuzz task say they ran: passed, failed, skipped.
tally() {
  awk '
    /^test result: / { passed += $4; failed += $6; skipped += $8 }
    ($1 == "#" || $1 == "ℹ") && NF == 3 {
      if ($2 == "pass") passed += $3
      if ($2 == "fail" || $2 == "cancelled") failed += $3
      if ($2 == "skipped" || $2 == "todo") skipped += $3
    }
    END { print passed + 0, failed + 0, skipped + 0 }
  ' "$1"
}

# --- fuzzing ---

# fuzz_cargo COMMAND [-- ARGUMENT…]: cargo with the coverage that libFuzzer steers by, which stable Rust has. No sanitizer: that
# takes nightly, and there is no unsafe code to watch. With a target named, build scripts are left without the coverage.
fuzz_cargo() {
  RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares" \
    cargo "$1" --quiet --locked --release --manifest-path fuzz/Cargo.toml --target "$(host)" --target-dir "$BUILD/fuzz" "${@:2}"
}

# fuzz_one TARGET SECONDS: tries the seeds, what earlier runs came upon, and new inputs. An input that hangs for a minute, a
# thousand times longer than any should take, counts as found.
fuzz_one() {
  local program log="$BUILD/logs/fuzz-$1.txt" kept="fuzz/artifacts/$1/" met="$BUILD/fuzz/met/$1"
  program="$BUILD/fuzz/$(host)/release/$1"
  mkdir -p "$kept" "$met" "$BUILD/logs"
  if "$program" -max_total_time="$2" -timeout=60 -print_final_stats=1 -artifact_prefix="$kept" "$met" "fuzz/corpus/$1" &>"$log"; then
    echo "fuzz $1: $(awk '/number_of_executed_units/ { print $2 }' "$log") inputs, nothing found"
    return
  fi
  echo "fuzz $1: FOUND something, or broke off; all of it is in $log"
  grep -A 1 -E "panicked at|ERROR: libFuzzer" "$log" || true
  awk -v again="$program" '/Test unit written to/ { print "again: " again " " $NF }' "$log"
  echo "once it is mended, keep a small one in fuzz/corpus/$1, so that it is tried every time"
  return 1
}

host() {
  rustc --print host-tuple
}

# --- saying what happens ---

# step NAME COMMAND…: names a step while it runs.
step() {
  echo "-- $1" >&2
  "${@:2}"
}

fail() {
  echo "build.sh: $1" >&2
  exit 1
}

# Read whole before it runs, so that a change of this file does not change a task under way.
main "$@" && exit
