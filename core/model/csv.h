// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace lightwell::csv {

/// A field of words, as RFC 4180 writes it: in quotes where it needs them. What a spreadsheet would take for a formula
/// (it begins with = + - @, a tab or a line break) gets an apostrophe in front: names of models, clients and projects
/// come from others. Numbers and times are no fields of words; write them as they are.
[[nodiscard]] QString words(const QString &text);
/// One record in UTF-8, with its end of line (CR LF). The fields are ready: see words().
[[nodiscard]] QByteArray record(const QStringList &fields);

} // namespace lightwell::csv
