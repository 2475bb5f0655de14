//! Figures to bytes, one file per format. Nothing here counts or decides; nothing here writes files.
