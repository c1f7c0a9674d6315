// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

void Catalog::indexName(const QString &name, Entry entry)
{
    const QString key = name.toLower();
    if (!m_index.contains(key)) {
        m_index.insert(key, entry);
    }
}

/// Stronger claims come first: "provider/name", then slugs, then aliases, then vendors' own ids. So
/// "black-forest-labs/flux-2-pro" means that provider, although another vendor uses the very same words as its id.
void Catalog::rebuildIndex()
{
    QHash<QString, QSet<QString>> known;
    m_fieldNames.clear();
    const auto learnFrom = [this, &known](const Offer &offer) {
        for (const auto &[parameter, words] : {std::pair {u"quality"_s, offer.qualities},
                                               {u"style"_s, offer.styles},
                                               {u"background"_s, offer.backgrounds}}) {
            for (const QString &word : words) {
                known[parameter].insert(word.toLower());
            }
        }
        learnFieldNames(m_fieldNames, offer);
    };
    for (const Model &model : std::as_const(m_models)) {
        std::for_each(model.offers.cbegin(), model.offers.cend(), learnFrom);
    }
    std::for_each(m_open.cbegin(), m_open.cend(), learnFrom);
    m_knownWords.clear();
    for (auto words = known.begin(); words != known.end(); ++words) {
        QStringList sorted = words->values();
        sorted.sort();
        m_knownWords.insert(words.key(), sorted);
    }
    m_index.clear();
    const int count = static_cast<int>(m_models.size());
    for (int i = 0; i < count; ++i) {
        const Model &model = m_models.at(i);
        for (int j = 0; j < model.offers.size(); ++j) {
            indexName(model.offers.at(j).provider + u'/' + model.slug, {i, j, true});
        }
    }
    for (int i = 0; i < count; ++i) {
        indexName(m_models.at(i).slug, {i, allOffers, false});
    }
    for (int i = 0; i < count; ++i) {
        const Model &model = m_models.at(i);
        for (const QString &alias : model.aliases) {
            indexName(alias, {i, allOffers, false});
            for (int j = 0; j < model.offers.size(); ++j) {
                indexName(model.offers.at(j).provider + u'/' + alias, {i, j, true});
            }
        }
    }
    for (int i = 0; i < count; ++i) {
        const Model &model = m_models.at(i);
        for (int j = 0; j < model.offers.size(); ++j) {
            const Offer &offer = model.offers.at(j);
            indexName(offer.provider + u'/' + offer.providerModel, {i, j, true});
            indexName(offer.providerModel, {i, j, false});
        }
    }
}

} // namespace lightwell
