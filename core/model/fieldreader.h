// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/jsonplace.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell {

/// Something in a JSON object that cannot be meant as it is written. Values only; core/catalog/faultwords.h has words.
struct FieldFault
{
    enum class Kind {
        Unknown, ///< there is no such field; `known` are those there are
        Missing, ///< `expected` says what should stand there
        Unusable, ///< it is not what is `expected`; a text stands in `value`
        OutOfRange, ///< a number that does not lie between `least` and `most`; it stands in `value`
        UnknownWord, ///< `value` is none of the `known` words
        Misplaced, ///< a field that counts for nothing where it stands
    };
    enum class Expected { Text, Number, WholeNumber, TrueOrFalse, List, Object, Size, Ratio, Tier, Format, Rule };

    JsonPath path; ///< from the object that was read
    Kind kind = Kind::Unknown;
    Expected expected = Expected::Text;
    QString value;
    QStringList known;
    double least = 0;
    double most = 0;
};

/// Whether a field is a remark, which may stand anywhere: "comment", and names that begin with "_", "$" or "//".
[[nodiscard]] bool isRemark(const QString &key);

/// Reads the fields of one JSON object into typed values. What is missing or null is the usual value. What cannot be
/// read is it too, and is noted where somebody wants to know: a person's catalog is refused for it, a row of the
/// journal is not.
class FieldReader
{
public:
    /// `faults` may be null, and outlives the reader.
    explicit FieldReader(QJsonObject object, QList<FieldFault> *faults = nullptr, JsonPath path = {})
        : m_object(std::move(object))
        , m_faults(faults)
        , m_path(std::move(path))
    {
    }

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key, const QString &usual = {});
    [[nodiscard]] bool flag(QLatin1StringView key, bool usual = false);
    [[nodiscard]] double number(QLatin1StringView key, double usual, double least, double most);
    [[nodiscard]] qint64 whole(QLatin1StringView key, qint64 usual, qint64 least, qint64 most);
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    [[nodiscard]] QStringList words(QLatin1StringView key, const QStringList &known); ///< texts; others are noted
    [[nodiscard]] QJsonArray list(QLatin1StringView key);
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] QMap<QString, QString> table(QLatin1StringView key); ///< an object of texts
    [[nodiscard]] FieldReader inner(QLatin1StringView key); ///< the object there; an empty one if there is none
    [[nodiscard]] FieldReader entry(QLatin1StringView key, qsizetype index); ///< the object at this place of a list

    /// A word out of a table.
    template<typename E, std::size_t N>
    [[nodiscard]] E word(QLatin1StringView key, const json::Names<E, N> &names, E usual)
    {
        const QString said = text(key);
        const std::optional<E> value = names.value(said);
        if (!said.isEmpty() && !value) {
            unknownWord(key, said, names.all());
        }
        return value.value_or(usual);
    }
    /// Texts of a list, each read by `parse`; those that it cannot read are left out.
    template<typename T>
    [[nodiscard]] QList<T> parsed(QLatin1StringView key, std::optional<T> (*parse)(const QString &),
                                  FieldFault::Expected expected)
    {
        QList<T> values;
        const QStringList all = texts(key);
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (const std::optional<T> value = parse(all.at(i))) {
                values.append(*value);
            } else {
                unusable(m_path.field(key).entry(i), expected, all.at(i));
            }
        }
        return values;
    }
    /// One text, read by `parse`.
    template<typename T>
    [[nodiscard]] std::optional<T> parsedOne(QLatin1StringView key, std::optional<T> (*parse)(const QString &),
                                             FieldFault::Expected expected)
    {
        const QString said = text(key);
        if (said.isEmpty()) {
            return std::nullopt;
        }
        std::optional<T> value = parse(said);
        if (!value) {
            unusable(m_path.field(key), expected, said);
        }
        return value;
    }

    void missing(QLatin1StringView key, FieldFault::Expected expected);
    void unusable(const JsonPath &path, FieldFault::Expected expected, const QString &value);
    void unknownWord(QLatin1StringView key, const QString &said, const QStringList &known);
    void misplaced(QLatin1StringView key);
    void accept(QLatin1StringView key) { m_asked.append(key); } ///< may stand there, and nobody reads it
    /// Notes the fields that nobody asked for and that are no remarks: those are misspelt, or belong elsewhere.
    void refuseUnknown();
    [[nodiscard]] const JsonPath &path() const { return m_path; }

private:
    [[nodiscard]] QJsonValue take(QLatin1StringView key);
    void add(const FieldFault &fault);
    void unusable(QLatin1StringView key, FieldFault::Expected expected, const QJsonValue &value);

    QJsonObject m_object;
    QList<FieldFault> *m_faults;
    JsonPath m_path;
    QList<QLatin1StringView> m_asked;
};

} // namespace lightwell
