use esprit::import::{self, ImportError};
use esprit::text::{Arg, Lang, Texts};

fn say(texts: &Texts, (id, args): &esprit::text::Message) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(n, v)| (*n, Arg::from(v.as_str()))).collect();
    texts.with(id, &args)
}

#[test]
fn try_file() {
    let Ok(path) = std::env::var("ESPRIT_IMPORT_FILE") else { return };
    let bytes = std::fs::read(&path).unwrap();
    let texts = Texts::new(Lang::En);
    let show = |r: &import::Remark| {
        let place = r.place.as_ref().map(|p| say(&texts, &p.message())).unwrap_or_default();
        println!("  {place}: {}", say(&texts, &r.message()));
    };
    match import::read(&path, &bytes) {
        Ok(done) => {
            if std::env::var("FULL").is_ok() {
                println!("{}", serde_json::to_string_pretty(&done.document).unwrap());
            }
            println!(
                "{} sections {:?}, {} items",
                done.checklist.sections.len(),
                done.checklist
                    .sections
                    .iter()
                    .map(|s| (s.title.get(Lang::En), s.weight_percent, s.items.len()))
                    .collect::<Vec<_>>(),
                done.checklist.items().count()
            );
            done.doubts.iter().for_each(show);
        }
        Err(ImportError::Spreadsheet(e)) => println!("{}", say(&texts, &e.message(&path))),
        Err(ImportError::Refused(all)) => {
            println!("REFUSED");
            all.iter().for_each(show)
        }
    }
}
