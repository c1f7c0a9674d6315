// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QList>

namespace lightwell {

/// One field of a form. `content` points into the body it was read from.
struct FormField
{
    QString name;
    bool isFile = false; ///< it came with a file name
    QByteArray content;
};

/// Whether the Content-Type says so.
[[nodiscard]] bool isMultipartForm(const QByteArray &contentType);

/// The fields of a multipart/form-data body in their order (RFC 7578), read strictly: what could be read in two ways is
/// an error (ErrorKind::Invalid), and so are more than 128 fields. The fields live as long as `body`. Pure.
[[nodiscard]] Result<QList<FormField>> readMultipartForm(const QByteArray &contentType, const QByteArray &body);

} // namespace lightwell
