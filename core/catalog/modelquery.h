// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <optional>

namespace lightwell {

/// What somebody looks for in the catalog. What is empty asks for nothing.
struct ModelQuery
{
    enum class Sort {
        Catalog, ///< as the catalog lists them; with words, what fits them best comes first
        Name,
        Maker,
        Price, ///< the unknown ones last, whichever way
        Released, ///< the newest first
    };

    QString words = {}; ///< all must occur: in slug, name, maker, family, aliases, vendors' ids and providers
    QString capability = {}; ///< one of core/model/modes.h
    QString maker = {}; ///< case-insensitive, whole
    QString provider = {}; ///< its id
    QString license = {}; ///< "open" (weights are published), "proprietary", or a part of the licence's name
    /// "active", "legacy", "deprecated", or "shutdown": the retired ones, which nobody serves and which nothing else
    /// finds.
    QString status = {};
    Money maxPrice = {}; ///< of one picture; an unknown price is above any
    std::optional<QStringList> usable = {}; ///< offers of these providers alone, since there is a key for them
    Sort sort = Sort::Catalog;
    bool isReversed = false;

    friend bool operator==(const ModelQuery &, const ModelQuery &) = default;
};

/// The estimate of one picture at an offer.
struct OfferPrice
{
    Money total;
    bool atMost = false; ///< the vendor chooses: it is the dearest that it can choose

    friend bool operator==(const OfferPrice &, const OfferPrice &) = default;
};

/// A model that was found, with those of its offers that fit the query.
struct ModelMatch
{
    int model = 0; ///< in ModelIndex::models()
    QList<int> offers; ///< in Model::offers, as the catalog orders them
    OfferPrice price; ///< the lowest known one of these; unknown: none is known

    friend bool operator==(const ModelMatch &, const ModelMatch &) = default;
};

/// "open", "proprietary"; empty: not known.
[[nodiscard]] QString licenseKind(const Model &model);
/// What an offer can do, if its modes are said: a list of none makes pictures from words.
[[nodiscard]] bool offerCan(const Offer &offer, const QString &capability);

/// A catalog made ready to be searched: words and prices are gathered once, so that a query over thousands of models
/// takes less than a frame. Making one takes longer and belongs on the thread pool. A plain value, cheap to copy, read
/// anywhere.
class ModelIndex
{
public:
    ModelIndex() = default;
    explicit ModelIndex(const Catalog &catalog); ///< without prices, which are unknown
    /// The same with the price of one picture of this size at each offer, as the planner estimates it.
    [[nodiscard]] ModelIndex pricedFor(QSize size) const;

    [[nodiscard]] QSize size() const { return m_size; } ///< of the prices; invalid: there are none
    [[nodiscard]] const QList<Model> &models() const { return m_models; } ///< the served ones, then the others
    [[nodiscard]] OfferPrice price(int model, int offer) const;
    [[nodiscard]] QList<ModelMatch> find(const ModelQuery &query) const;
    /// All offers of a model: the cheapest first, those of unknown price last.
    [[nodiscard]] QList<int> offersByPrice(int model) const;

    // What can be asked for, as it occurs; in alphabetical order, capabilities as core/model/modes.h has them.
    [[nodiscard]] QStringList makers() const;
    [[nodiscard]] QStringList providers() const;
    [[nodiscard]] QStringList capabilities() const;
    [[nodiscard]] QStringList statuses() const;

private:
    struct Words
    {
        QString searched; ///< everything, in lower case
        QString names; ///< slug, name and aliases, in lower case, a line each
    };
    [[nodiscard]] static Words wordsOf(const Model &model);
    [[nodiscard]] std::optional<ModelMatch> matchOf(int model, const ModelQuery &query) const;
    [[nodiscard]] qint64 sortKey(const ModelMatch &match, ModelQuery::Sort sort, const QString &typed) const;
    [[nodiscard]] QList<ModelMatch> sorted(QList<ModelMatch> found, const ModelQuery &query) const;

    QList<Model> m_models;
    QList<Words> m_words; ///< by model
    QList<int> m_byName; ///< by model: its place in this order; equal ones have the same
    QList<int> m_byMaker;
    QList<int> m_byRelease; ///< the newest first
    QList<QList<OfferPrice>> m_prices; ///< by model and offer; empty: there are none
    QSize m_size;
};

} // namespace lightwell
