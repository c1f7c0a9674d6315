// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// What a program needs of the database and its folder.
enum class StorageNeed {
    Write,
    WriteIfPossible, ///< the window: where nothing can be written, it shows what lies there, and says so
    Read, ///< where nothing can be written, what lies there is read; nothing there is an empty database in memory
    Apart, ///< the home is left alone, and an empty one in memory takes its place: for who puts another one there
    None, ///< where it cannot be used, an empty one in memory takes its place: for what only looks at the program
          ///< itself
};

} // namespace lightwell
