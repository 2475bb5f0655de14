//! The clocks of this machine; only the outermost modules may read them.

use crate::visit::{Moment, Stamp};
use jiff::tz::TimeZone;

/// The wall clock with its time zone, and the suspend-aware monotonic clock.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: TimeZone,
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    started: std::time::Instant,
}

impl Clock {
    /// Returns the system's clocks.
    pub fn system() -> Self {
        Self {
            zone: zone(),
            #[cfg(not(any(target_os = "linux", target_os = "macos")))]
            started: std::time::Instant::now(),
        }
    }

    /// Reads both clocks.
    pub fn now(&self) -> Moment {
        let instant = jiff::Timestamp::now();
        Moment { wall: Stamp::new(instant, self.zone.to_offset(instant)), clock_ms: self.clock_ms() }
    }

    /// Returns a moment of the past in local time.
    pub fn local(&self, instant: jiff::Timestamp) -> Stamp {
        Stamp::new(instant, self.zone.to_offset(instant))
    }

    /// Reads the monotonic clock that counts suspension, in milliseconds.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    #[expect(clippy::unused_self, reason = "other systems need the start")]
    fn clock_ms(&self) -> u64 {
        use rustix::time::{ClockId, clock_gettime};
        // The monotonic clock of macOS counts sleep; on Linux that is a clock of its own.
        #[cfg(target_os = "linux")]
        let clock = ClockId::Boottime;
        #[cfg(target_os = "macos")]
        let clock = ClockId::Monotonic;
        let now = clock_gettime(clock);
        u64::try_from(now.tv_sec).unwrap_or(0) * 1000 + u64::try_from(now.tv_nsec).unwrap_or(0) / 1_000_000
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn clock_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Returns the zone's IANA name, or its offset if it has none.
    pub fn time_zone(&self) -> String {
        self.zone.iana_name().map_or_else(|| self.zone.to_offset(jiff::Timestamp::now()).to_string(), str::to_owned)
    }

    /// Returns the name of the suspend-aware clock.
    pub fn monotonic_name() -> &'static str {
        if cfg!(target_os = "linux") {
            "CLOCK_BOOTTIME"
        } else if cfg!(target_os = "macos") {
            "CLOCK_MONOTONIC"
        } else {
            "QueryPerformanceCounter"
        }
    }
}

/// Returns the local time zone.
fn zone() -> TimeZone {
    #[cfg(unix)]
    if let Some(zone) = local_zone() {
        return zone;
    }
    TimeZone::system()
}

/// Reads the machine's time zone from its file; returns `None` if `TZ` is set or no zone is configured. Looking the
/// zone up by name would first list all zone files, which takes a quarter of the program's start-up time.
#[cfg(unix)]
fn local_zone() -> Option<TimeZone> {
    if std::env::var_os("TZ").is_some() {
        return None;
    }
    let path = std::fs::canonicalize("/etc/localtime").ok()?;
    let (_, name) = path.to_str()?.split_once("/zoneinfo/")?;
    TimeZone::tzif(name, &std::fs::read(&path).ok()?).ok()
}

/// Returns the id of this boot, or an id unique to this run if the system has none.
pub fn boot_id() -> String {
    let linux =
        if cfg!(target_os = "linux") { std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok() } else { None };
    linux.map_or_else(|| format!("process-{}", uuid::Uuid::now_v7()), |id| id.trim().to_owned())
}

/// Creates the id of a new session, a UUID of version 7.
pub fn new_session_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
