// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/message.h"

namespace lightwell::test {

/// One part of a multipart/form-data body (RFC 7578).
struct FormPart
{
    QString name;
    QString fileName; ///< empty for plain fields
    QByteArray contentType;
    QByteArray body;
};

/// The parts in order; empty if the request is no well-formed form.
[[nodiscard]] QList<FormPart> formParts(const Received &request);
/// The body of the first part called `name`; nothing if there is none.
[[nodiscard]] std::optional<QByteArray> formField(const QList<FormPart> &parts, const QString &name);

} // namespace lightwell::test
