//! One integration binary; a module for each concern.
