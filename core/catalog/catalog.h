// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/endpoint.h"
#include "core/catalog/listmark.h"
#include "core/catalog/modelalias.h"
#include "core/catalog/pricecorrection.h"
#include "core/catalog/providerids.h"
#include "core/model/offer.h"
#include "core/model/result.h"
#include "core/planning/fieldnames.h"

#include <QHash>
#include <QList>

namespace lightwell {

/// A name looked up: the model, and the offers in question (one provider's, if the name forces it). Where the name
/// is a vendor's own id, that vendor's offer comes first.
struct Resolution
{
    Model model;
    QList<Offer> offers;
    bool forcedProvider = false;
    /// Nobody listed it: the name says no more than a provider, and what is assumed of any model there.
    bool isAssumed = false;
};

struct Plan;
struct Request;
struct CatalogFile;
struct CatalogReading;
struct ListedModel;
struct ModelList;

/// Models and offers: the built-in files and the user's own additions. A plain value, cheap to copy, read anywhere.
/// Copies may be read from any thread.
class Catalog
{
public:
    // Out of line: see Offer.
    Catalog();
    Catalog(const Catalog &);
    Catalog(Catalog &&) noexcept;
    Catalog &operator=(const Catalog &);
    Catalog &operator=(Catalog &&) noexcept;
    ~Catalog();

    /// resources/catalog from the program itself, read once. A fault in it is logged, and its entry left out; a test
    /// finds it.
    [[nodiscard]] static Catalog builtIn();
    /// A file of models and one a provider (core/catalog/writtencatalog.h). What has a fault is left out, and `told`
    /// says where, with file, line and field, and what to do.
    [[nodiscard]] static Catalog fromFiles(const CatalogFile &models, const QList<CatalogFile> &offers,
                                           QStringList &told);

    /// Reads {"models": [Model …], "open": [Offer …], "defaults": {"fal": {…}}, "size_tables": {"wide": {…}},
    /// "endpoints": [Endpoint …], "prices": [{"offer": "fal/flux-2-pro", "prices": [PriceLine …]} …]}. `open`
    /// has an offer for each provider that takes any model name: what is assumed of a model nobody listed. `defaults`
    /// (optional) says what counts for all offers of a provider in this document: an offer's own words count first,
    /// `fields` and `wire` are joined entry by entry, and null takes an entry away. `size_tables` (optional) has rules
    /// that several offers share: "sizes": "wide" means that one. Remarks may stand anywhere, as "comment" or under a
    /// name that begins with "_". Any fault is an error that names its line and place; nothing is taken over half.
    [[nodiscard]] static Result<Catalog> fromJson(const QByteArray &document);

    /// The same for what a person wrote: a bad offer, model or open entry is left out alone, and `told` says which,
    /// why, and what to do; of many, the first, and how many more (core/catalog/cataloglimits.h). An error only where
    /// the document itself cannot be read. An offer of a provider that nobody serves is left out.
    [[nodiscard]] static Result<Catalog> fromJsonLeavingOut(const QByteArray &document, QStringList &told,
                                                            const ProviderIds &providers = {});

    /// Models of `other` replace those of the same slug; their offers join by provider. The names a vendor has for
    /// sizes, tiers and formats are known here, and count for its further offers too where those have none. Endpoints
    /// bring the models they name, by what is known of servers of their kind here; prices are corrected last. Returns
    /// the corrections for which there is no offer.
    QList<PriceCorrection> merge(const Catalog &other);

    /// Takes over what a vendor says of its models: prices of offers that are known, where they have the same form; new
    /// models, where the catalog knows what any model of that vendor takes; which are gone. Of the built-in files
    /// alone: what the user wrote is merged over it afterwards. An error, and nothing is changed, where the list cannot
    /// be right.
    [[nodiscard]] Result<ListNews> takeList(const ModelList &list);
    /// What the vendor's list says of an offer; nothing: there is none, or the offer is the user's own.
    [[nodiscard]] std::optional<ListMark> mark(const Offer &offer) const;
    /// For somebody who is shown these models alone, some of this catalog's: all others are unknown there, as are names
    /// that nobody listed.
    [[nodiscard]] Catalog showing(const QList<Model> &models) const;
    [[nodiscard]] QStringList idsOf(const QString &provider) const; ///< the vendor's own, of its offers

    [[nodiscard]] const QList<Model> &models() const { return m_models; }
    [[nodiscard]] const QList<Endpoint> &endpoints() const { return m_endpoints; } ///< the user's own
    [[nodiscard]] const QList<ModelAlias> &aliases() const { return m_aliases; } ///< the user's own names for models
    [[nodiscard]] QList<ModelAlias> metAliases() const; ///< those that lead somewhere
    [[nodiscard]] QList<ModelAlias> unmetAliases() const; ///< those that count for nothing
    /// Slugs, aliases, vendors' own ids, each also as "provider/name", models also as "maker/name". Case-insensitive. A
    /// name that the user has given a model leads there, unless a model that is served has it as its slug. A name
    /// nobody knows is an error with the nearest names; "openai-compatible/ANY" always resolves, since only the user
    /// knows.
    [[nodiscard]] Result<Resolution> resolve(const QString &name) const;
    [[nodiscard]] const Model *find(const QString &slug) const; ///< exact slug only
    /// What is assumed of any model of a provider that does this (core/model/modes.h); null: nothing is.
    [[nodiscard]] const Offer *anyModel(const QString &provider, const QString &mode) const;
    /// Models that are known though nobody serves them here: retired ones, for their successors.
    [[nodiscard]] const QList<Model> &unserved() const { return m_unserved; }
    [[nodiscard]] const Model *findUnserved(const QString &name) const; ///< one of those, by its slug or an alias
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; } ///< how many faults the documents had

    /// The plan of a request at an offer that resolve() found (core/planning/planner.h). A word for quality, style or
    /// background that no offer of the whole catalog knows is an error, since it is misspelt: left out, the vendor's
    /// own and perhaps dearer one would be bought. Offers without a list of words take any.
    [[nodiscard]] Result<Plan> plan(const Request &request, const Offer &offer) const;

private:
    static constexpr int allOffers = -1;
    struct Entry
    {
        int model = 0;
        int offer = allOffers; ///< the offer whose own id the name is
        bool forced = false; ///< the name says which provider
    };

    using WordLists = QHash<QString, QStringList>;

    explicit Catalog(const CatalogReading &reading);
    void rebuildIndex();
    void openEndpoints(const QList<Endpoint> &endpoints);
    void joinModels(const QList<Model> &further);
    QList<PriceCorrection> correctPrices(const QList<PriceCorrection> &corrections);
    struct PriceOrigin
    {
        QString source;
        QString date;
    };
    /// Those for which something is assumed of any model of their vendor. Returns the offers' ids.
    QStringList addUnlisted(const QString &provider, const QList<ListedModel> &listed, const PriceOrigin &origin);
    [[nodiscard]] std::optional<Error> doubt(const ModelList &list) const;
    void takeListed(Offer &offer, const ListedModel *listed, const ModelList &list, ListNews &news);
    [[nodiscard]] std::optional<int> modelCalled(const QString &providerModel) const;
    [[nodiscard]] Offer *offerNamed(const QString &id); ///< "fal/flux-2-pro"; null: there is none
    [[nodiscard]] Offer inVendorsWords(Offer offer) const;
    void indexName(const QString &name, Entry entry);
    /// What a name leads to that is no alias; nothing: nobody knows it.
    [[nodiscard]] std::optional<Resolution> known(const QString &name) const;
    [[nodiscard]] bool isMet(const ModelAlias &alias) const;
    [[nodiscard]] bool isModelsName(const QString &name) const; ///< the slug of one that is served
    [[nodiscard]] Resolution resolutionOf(Entry entry) const;
    [[nodiscard]] std::optional<Entry> underMakersName(const QString &name) const;
    [[nodiscard]] const Offer *openFor(const QString &name) const;
    [[nodiscard]] bool isGoneThere(const Offer &pattern, const QString &name) const;
    [[nodiscard]] Resolution openResolution(const Offer &pattern, const QString &name) const;
    [[nodiscard]] bool isVendorsPath(const QString &name) const;
    [[nodiscard]] Error unknownName(const QString &name) const;
    [[nodiscard]] Status checkWords(const Request &request, const Offer &offer) const;

    QList<Model> m_models;
    QList<Model> m_unserved;
    /// What is assumed of a model nobody listed, of providers that take any name; the usual one of each first.
    QList<Offer> m_open;
    QList<Endpoint> m_endpoints;
    QList<ModelAlias> m_aliases;
    QList<PriceCorrection> m_corrections; ///< to be made by whom this is merged into
    QHash<QString, ListMark> m_marks; ///< by the offer's id
    QHash<QString, Wire> m_words; ///< by provider
    WordLists m_knownWords; ///< what any offer knows, by parameter; in lower case and in order
    FieldNames m_fieldNames; ///< of all vendors
    qsizetype m_leftOut = 0;
    QHash<QString, Entry> m_index; ///< lower-case name -> what it stands for; the first to claim a name keeps it
};

} // namespace lightwell
