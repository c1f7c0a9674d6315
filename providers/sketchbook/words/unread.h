// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace lightwell::sketchbook {

/// The words of a prompt that mean something and that the painter understands nothing of, as they are written, each
/// once. Words that are not wanted ("without a hat") are none of them. `known`: further words that a style understands,
/// as splitWords() makes them; may be empty.
[[nodiscard]] QStringList unreadWords(const QString &prompt, const std::function<bool(const QString &)> &known = {});

} // namespace lightwell::sketchbook
