// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QUrl>

/// The same request as a program makes it through the gateway, for a person to copy. The gateway's key stands in it as
/// a variable, never itself; pictures as files that the person puts there ("picture-1.png", "mask.png").
namespace lightwell::samecall {

struct Field
{
    QString name;
    QJsonValue value;

    friend bool operator==(const Field &, const Field &) = default;
};

/// What the gateway is asked for, by the names of its fields, in the order in which a person reads them. Without
/// pictures, which go beside it.
[[nodiscard]] QList<Field> fieldsOf(const Request &request);
/// Below the gateway's own: "images/generations", "images/edits" or "images/variations".
[[nodiscard]] QString pathOf(const Request &request);

/// `url` is the gateway's: "http://127.0.0.1:4747/v1".
[[nodiscard]] QString curl(const QUrl &url, const Request &request, const QString &project);
[[nodiscard]] QString python(const QUrl &url, const Request &request, const QString &project); ///< OpenAI's client
[[nodiscard]] QString javaScript(const QUrl &url, const Request &request, const QString &project); ///< the same

} // namespace lightwell::samecall
