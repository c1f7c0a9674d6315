// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell {

/// What the gateway has at its addresses, under /v1 and /openai/v1 alike.
struct Route
{
    enum class Kind { Unknown, Health, Metrics, File, Models, Model, Generations, Edits, Variations };
    Kind kind = Kind::Unknown;
    QString argument; ///< the file's name or the model's
    QByteArray methods; ///< as in an Allow header

    [[nodiscard]] static Route find(const QString &path);
    [[nodiscard]] bool allows(const QByteArray &method) const;
    [[nodiscard]] bool isOpen() const { return kind == Kind::Health || kind == Kind::File; } ///< needs no key
    [[nodiscard]] QString logName() const; ///< the path without its argument
};

} // namespace lightwell
