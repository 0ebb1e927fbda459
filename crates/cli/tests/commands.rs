//! Every command as a person calls it: `cmd/*.toml` holds the call and what it answers.

#[test]
fn commands() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}
