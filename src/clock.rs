//! The clocks of this machine; only the outermost modules may read them.

use crate::visit::{Moment, Stamp};
use jiff::tz::TimeZone;

/// Both clocks, and the zone whose time the wall shows.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: TimeZone,
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    began: std::time::Instant,
}

impl Clock {
    /// Gives the system's clocks.
    #[must_use]
    pub fn system() -> Self {
        Self {
            zone: zone(),
            #[cfg(not(any(target_os = "linux", target_os = "macos")))]
            began: std::time::Instant::now(),
        }
    }

    /// Reads both clocks.
    #[must_use]
    pub fn now(&self) -> Moment {
        let instant = jiff::Timestamp::now();
        Moment { wall: Stamp::new(instant, self.zone.to_offset(instant)), clock_ms: self.clock_ms() }
    }

    /// Reads the clock that never goes back and counts suspension, in milliseconds.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    #[expect(clippy::unused_self, reason = "other systems need the beginning")]
    fn clock_ms(&self) -> u64 {
        use rustix::time::{ClockId, clock_gettime};
        // macOS' monotonic clock goes on during sleep; Linux has another one for that.
        #[cfg(target_os = "linux")]
        let clock = ClockId::Boottime;
        #[cfg(target_os = "macos")]
        let clock = ClockId::Monotonic;
        let now = clock_gettime(clock);
        u64::try_from(now.tv_sec).unwrap_or(0) * 1000 + u64::try_from(now.tv_nsec).unwrap_or(0) / 1_000_000
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn clock_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Gives the zone's IANA name, or its offset where it has none.
    #[must_use]
    pub fn time_zone(&self) -> String {
        self.zone.iana_name().map_or_else(|| self.zone.to_offset(jiff::Timestamp::now()).to_string(), str::to_owned)
    }

    /// Gives the name of the suspend-aware clock.
    #[must_use]
    pub fn source() -> &'static str {
        if cfg!(target_os = "linux") {
            "CLOCK_BOOTTIME"
        } else if cfg!(target_os = "macos") {
            "CLOCK_MONOTONIC"
        } else {
            "QueryPerformanceCounter"
        }
    }
}

/// Gives the zone whose time the wall shows.
fn zone() -> TimeZone {
    #[cfg(unix)]
    if let Some(zone) = local_zone() {
        return zone;
    }
    TimeZone::system()
}

/// Reads the zone that the machine is set to from its own file; `None` where the user has named another, or none is
/// set. To ask for it by its name would first list the files of all the zones, which is a quarter of what the program
/// itself does until its first screen.
#[cfg(unix)]
fn local_zone() -> Option<TimeZone> {
    if std::env::var_os("TZ").is_some() {
        return None;
    }
    let path = std::fs::canonicalize("/etc/localtime").ok()?;
    let (_, name) = path.to_str()?.split_once("/zoneinfo/")?;
    TimeZone::tzif(name, &std::fs::read(&path).ok()?).ok()
}

/// Gives the id of this boot; where the system has none, an id that no other run shares.
#[must_use]
pub fn boot() -> String {
    let linux =
        if cfg!(target_os = "linux") { std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok() } else { None };
    linux.map_or_else(|| format!("process-{}", uuid::Uuid::now_v7()), |id| id.trim().to_owned())
}

/// Makes the id of a new session, a UUID of version 7.
#[must_use]
pub fn new_session_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
