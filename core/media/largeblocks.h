// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// Makes blocks of memory of picture size go back to the system as soon as they are freed. By itself the GNU C library
/// keeps them in each thread's heap from the first one on, which adds up to many times the size of the pictures. To be
/// called once, before threads work with pictures; no effect with other C libraries.
void setMmapThreshold();

} // namespace lightwell
