//! `amana charter fingerprint`: names as salted hashes, for a charter that goes to everyone.

use amana_charter::{Fingerprint, Fingerprints, MatchMode, Salt};
use amana_checker::fingerprints;

use crate::{
    FingerprintArgs, FingerprintKind, Outcome,
    input::{self, Failure, named, told},
};

/// Runs `amana charter fingerprint`: prints what a charter has under `fingerprints`.
pub fn fingerprint(args: &FingerprintArgs) -> Result<Outcome, Failure> {
    let mut prints = begin(args)?;
    let how = if args.exact { MatchMode::Exact } else { MatchMode::Close };
    let names = input::text(args.file.as_deref())?;
    for (index, name) in names.lines().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
        let made = fingerprints(name, how, &prints.salt);
        if made.is_empty() {
            let problem = format!("line {}: {name:?} has no letter; write a name, or remove the line", index + 1);
            return Err(told(named(args.file.as_deref()), &problem));
        }
        list(&mut prints, args.kind).extend(made);
    }
    let all = list(&mut prints, args.kind);
    all.sort();
    all.dedup();
    let json = serde_json::to_string_pretty(&prints).map_err(|error| Failure::Told(error.to_string()))?;
    println!("{json}");
    Ok(Outcome::Nothing)
}

/// The fingerprints that the charter has already, else none, with a new salt.
fn begin(args: &FingerprintArgs) -> Result<Fingerprints, Failure> {
    let charter = input::charter(args.charter.as_deref())?;
    charter.fingerprints.map_or_else(|| new_salt().map(Fingerprints::new), Ok)
}

fn new_salt() -> Result<Salt, Failure> {
    let mut bytes = [0; 16];
    let failed = |error| Failure::Told(format!("this system gives no random numbers for the salt: {error}"));
    getrandom::fill(&mut bytes).map_err(failed)?;
    Ok(Salt::new(bytes))
}

fn list(prints: &mut Fingerprints, kind: FingerprintKind) -> &mut Vec<Fingerprint> {
    match kind {
        FingerprintKind::People => &mut prints.people,
        FingerprintKind::Competitors => &mut prints.competitors,
        FingerprintKind::Customers => &mut prints.customers,
        FingerprintKind::Suppliers => &mut prints.suppliers,
        FingerprintKind::Projects => &mut prints.projects,
    }
}
