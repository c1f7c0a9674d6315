// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace lightwell::test {

/// One field an endpoint takes.
struct VendorInput
{
    QString name;
    bool required = false;
    QStringList words; ///< all that is legal where it is a text, first the default; empty: anything
    std::optional<double> least; ///< of a number; of the sides where the field is a size
    std::optional<double> most;
};

/// The fields an endpoint takes, written down from the vendors' documentation and on purpose not from the catalog, so
/// that a wrong name in the catalog is found. The stand-ins know their endpoints from here. Nothing for endpoints
/// whose inputs nobody could confirm.
class VendorInputs
{
public:
    /// `provider`: as the catalog calls it.
    [[nodiscard]] static std::optional<VendorInputs> find(const QString &provider, const QString &endpoint);

    struct Wrong
    {
        enum class Kind { Missing, Unknown, Word, TooSmall, TooLarge };
        QString field;
        Kind kind = Kind::Unknown;
        QString legal; ///< for a message: "webp, jpg, png", "1 to 4"
    };
    /// The fields of objects within objects under their whole paths: "providerSettings.bfl.raw".
    [[nodiscard]] static QJsonObject flat(const QJsonObject &body);
    /// Such a fault as FastAPI tells it, which fal and Black Forest Labs run on: its type and its words. `wordType` is
    /// how they call a word that is none of the legal ones.
    [[nodiscard]] static std::pair<QString, QString> told(const Wrong &wrong, const QString &wordType);
    /// What the vendor's own check would find in a body, without its rules for sizes that are objects.
    [[nodiscard]] QList<Wrong> wrongIn(const QJsonObject &body) const;
    [[nodiscard]] bool has(const QString &field) const;
    /// A field with nothing in it where there is no such field.
    [[nodiscard]] VendorInput field(const QString &name) const;

private:
    QList<VendorInput> m_fields;
};

} // namespace lightwell::test
