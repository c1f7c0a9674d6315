// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell::openai {

/// A name as the value of an answer's header: percent-encoded (all but letters, digits and -._~/:@), at most 512
/// bytes. A longer one ends where the last whole character does.
[[nodiscard]] QByteArray headerText(const QString &name);

} // namespace lightwell::openai
