//! Temporary file systems for trials.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A mounted file system; unmounted and removed when dropped.
pub struct Mount {
    folder: PathBuf,
    image: Option<PathBuf>,
}

impl Mount {
    /// Creates a file system of a type in a file of this many MiB, and mounts it.
    pub fn on_file(under: &Path, name: &str, kind: &str, mib: u64) -> Result<Self, String> {
        let (folder, image) = (under.join(format!("{name}.mount")), under.join(format!("{name}.image")));
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let mount = Self { folder, image: Some(image.clone()) };
        let sized = File::create(&image).and_then(|file| file.set_len(mib << 20));
        sized.map_err(|error| error.to_string())?;
        command(&format!("mkfs.{kind}"), &["-q", &image.display().to_string()])?;
        mount.mount()?;
        Ok(mount)
    }

    /// Mounts a file system in memory over a folder, with limits such as `size=16k`.
    pub fn in_memory(folder: &Path, limits: &str) -> Result<Self, String> {
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        let mount = Self { folder: folder.to_owned(), image: None };
        command("mount", &["-t", "tmpfs", "-o", limits, "none", &folder.display().to_string()])?;
        Ok(mount)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Changes the limits while the file system is in use.
    pub fn limit(&self, limits: &str) {
        let options = format!("remount,{limits}");
        command("mount", &["-o", &options, &self.folder.display().to_string()]).unwrap();
    }

    /// Cuts the power: from now on nothing reaches the file, and what is not in the log is lost.
    pub fn cut(&self) {
        command("xfs_io", &["-x", "-c", "shutdown", &self.folder.display().to_string()]).unwrap();
    }

    /// Drops everything in memory, and mounts what is on the disk.
    pub fn again(&self) -> Result<(), String> {
        command("umount", &[&self.folder.display().to_string()])?;
        self.mount()
    }

    fn mount(&self) -> Result<(), String> {
        let image = self.image.as_deref().unwrap_or(Path::new("none"));
        command("mount", &["-o", "loop", &image.display().to_string(), &self.folder.display().to_string()])
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let folder = self.folder.display().to_string();
        // If a process is still in it, it is unmounted as soon as that ends.
        let _ = command("umount", &[&folder]).or_else(|_| command("umount", &["--lazy", &folder]));
        if let Some(image) = &self.image {
            let _ = fs::remove_file(image);
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Runs a tool; returns its error message if it fails.
pub fn command(tool: &str, args: &[&str]) -> Result<(), String> {
    let output = Command::new(tool).args(args).output().map_err(|error| format!("no {tool} here: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{tool}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
