// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// How the models of tables say what a cell is, without knowing who paints it (RowTable).
namespace lightwell::tablerow {

enum class Tone { Plain, Quiet, Strong, Warning, Bad };
inline constexpr int ToneRole = Qt::UserRole + 1; ///< int of Tone
inline constexpr int SignRole = Qt::UserRole + 2; ///< bool: a sign stands before the words

} // namespace lightwell::tablerow
