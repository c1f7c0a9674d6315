// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>

/// Keys that are JSON documents, such as a service account's, given as such or by the path of their file.
namespace lightwell::keydocument {

/// A document in one line, as it can be kept and travel like any key; what is none stays as it is. An error for what
/// begins like one and is broken.
[[nodiscard]] Result<QByteArray> inOneLine(const QByteArray &key);
/// The same after the file that `key` names, where it names one, was read: at most 64 KiB. Blocks.
[[nodiscard]] Result<QByteArray> read(const QByteArray &key);

} // namespace lightwell::keydocument
