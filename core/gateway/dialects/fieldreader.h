// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell {

/// Takes the fields of a JSON body one by one, checks their types, and knows what is left. Remembers the first
/// mistake. null is the same as absent.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject body);

    [[nodiscard]] QString text(const QString &name); ///< empty if absent
    [[nodiscard]] bool boolean(const QString &name); ///< false if absent
    /// The largest number every JSON reader takes as it was written: 2^53 - 1.
    static constexpr qint64 mostExact = (1LL << 53) - 1;
    [[nodiscard]] std::optional<qint64> integer(const QString &name, qint64 least, qint64 most);
    [[nodiscard]] QStringList textOrList(const QString &name); ///< "a" or ["a", "b"]
    [[nodiscard]] const QJsonObject &rest() const { return m_rest; } ///< what nobody asked for

    void fail(const QString &name, const QString &message);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] QJsonValue take(const QString &name);

    QJsonObject m_rest;
    std::optional<Error> m_error;
};

} // namespace lightwell
