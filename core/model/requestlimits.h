// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How long the parts of a request may be, whoever makes it. The journal keeps them.
namespace lightwell::requestlimits {

inline constexpr qsizetype word = 256; ///< characters of a name, a style, a size
inline constexpr qsizetype prompt = 64LL * 1024; ///< characters: twice what any vendor takes
inline constexpr int pictures = 10; ///< of one request
/// The largest seed: 2^53 - 1, what every JSON reader keeps exactly, less what the pictures of a request count up.
inline constexpr qint64 seed = (1LL << 53) - 1 - pictures;
inline constexpr qsizetype extraFields = 64; ///< fields of the vendor's own
inline constexpr qsizetype extraBytes = 64LL * 1024; ///< of all these together

} // namespace lightwell::requestlimits
