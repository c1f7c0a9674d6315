// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace lightwell {

/// The way from the outermost value of a JSON text to one within: names of fields and places in lists.
class JsonPath
{
public:
    [[nodiscard]] JsonPath field(const QString &name) const;
    [[nodiscard]] JsonPath entry(qsizetype index) const;
    [[nodiscard]] JsonPath joined(const JsonPath &further) const;
    [[nodiscard]] bool isEmpty() const { return m_steps.isEmpty(); }
    /// "models[3].offers[0].wire"; names that are not fit to be seen are made so, long ones are cut off.
    [[nodiscard]] QString toString() const;

    struct Step
    {
        QString name;
        qsizetype index = -1; ///< not negative: a place in a list, and no name
        friend bool operator==(const Step &, const Step &) = default;
    };
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    friend bool operator==(const JsonPath &, const JsonPath &) = default;

private:
    QList<Step> m_steps;
};

/// The line, counted from 1, in which the value at `path` begins, or its name where it has one. Of a name that stands
/// there twice the last counts, as for QJsonDocument. Nothing where the text has no such value, or is no JSON.
[[nodiscard]] std::optional<qsizetype> jsonLine(const QByteArray &text, const JsonPath &path);

/// Where a value stands, or the nearest one around the place where it would.
struct JsonPlace
{
    qsizetype line = 1; ///< from 1
    qsizetype depth = 0; ///< so many steps of the path are there
};
[[nodiscard]] JsonPlace nearestJsonPlace(const QByteArray &text, const JsonPath &path);

} // namespace lightwell
