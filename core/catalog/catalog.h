// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/offer.h"
#include "core/model/result.h"

#include <QHash>
#include <QList>

namespace lightwell {

/// A name looked up: the model, and the offers in question (one provider's, if the name forces it).
struct Resolution
{
    Model model;
    QList<Offer> offers;
    bool forcedProvider = false;
};

/// Models and offers: the built-in file and the user's own additions. A plain value, cheap to copy, read anywhere.
class Catalog
{
public:
    /// resources/catalog.json from the program itself.
    [[nodiscard]] static Catalog builtIn();
    /// Errors name the place in the document; nothing is taken over half.
    [[nodiscard]] static Result<Catalog> fromJson(const QByteArray &document);

    /// Models of `other` replace those of the same slug; their offers join by provider.
    void merge(const Catalog &other);

    [[nodiscard]] const QList<Model> &models() const { return m_models; }
    /// Slugs, aliases, vendors' own ids, each also as "provider/name". Case-insensitive. A name nobody knows is
    /// an error with the nearest names; "openai-compatible/ANY" always resolves, since only the user knows.
    [[nodiscard]] Result<Resolution> resolve(const QString &name) const;
    [[nodiscard]] const Model *find(const QString &slug) const; ///< exact slug only

private:
    void rebuildIndex();
    QList<Model> m_models;
    QHash<QString, QList<QPair<int, int>>> m_index; ///< lower-case name -> (model, offer or -1 for all)
};

} // namespace lightwell
