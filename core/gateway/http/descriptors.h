// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// How many of `wanted` connections the program may have open at once. Raises its own limit of open files for them as
/// far as the system lets it; what is open already, a connection to a vendor for each and a reserve for files and the
/// database are left aside. At least 1.
[[nodiscard]] int connectionsThatFit(int wanted);
[[nodiscard]] bool canOpenAnother(); ///< file or socket, just now

} // namespace lightwell
