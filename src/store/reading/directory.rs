//! The names and groups that visits are reported under, whatever their files say.

use crate::store::site_list::SiteList;
use crate::visit::Site;
use crate::visit::record::Record;
use hashbrown::HashMap;
use std::borrow::Cow;

/// The sites of a list, by id.
#[derive(Debug, Default)]
pub struct Directory {
    sites: HashMap<String, Site>,
    /// Ids that stand for another one.
    aliases: HashMap<String, String>,
}

impl From<&SiteList> for Directory {
    fn from(list: &SiteList) -> Self {
        Self {
            sites: list.sites.entries.iter().map(|site| (site.id.clone(), site.clone())).collect(),
            aliases: list.sites.aliases.iter().map(|(alias, id)| (alias.clone(), id.clone())).collect(),
        }
    }
}

impl Directory {
    /// Gives a visit the id, name and group that its site has here. What is not here stays as it was recorded.
    pub(super) fn apply(&self, record: &mut Record<'_>) {
        if let Some(id) = self.aliases.get(&*record.site) {
            record.site = Cow::Owned(id.clone());
        }
        let Some(site) = self.sites.get(&*record.site) else { return };
        if let Some(name) = &site.name {
            record.site_name = Some(Cow::Owned(name.clone()));
        }
        if let Some(group) = &site.group {
            record.group = Some(Cow::Owned(group.clone()));
        }
    }
}
