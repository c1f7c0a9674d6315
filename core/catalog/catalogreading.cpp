// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogreading.h"

#include "core/catalog/catalogcheck.h"
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/catalog/endpointreading.h"
#include "core/catalog/faultplace.h"
#include "core/catalog/faultwords.h"
#include "core/catalog/offerreading.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

class Reader
{
public:
    Reader(const WrittenCatalog &written, const ProviderIds &providers)
        : m_written(written)
        , m_providers(providers.served)
    {
    }

    CatalogReading read()
    {
        for (const WrittenCatalog::Note &note : m_written.notes) {
            if (!isFull()) {
                const std::optional<qsizetype> line = jsonLine(note.file->text, note.path);
                m_reading.faults.append({{}, {}, inFile(note.file, atLine(line, note.what))});
            }
        }
        m_reading.furtherFaults += m_written.furtherNotes;
        readWords();
        readSizeTables();
        readEndpoints();
        readModels();
        readOpen();
        readDefaults();
        readCorrections();
        readAliases();
        addLimit(m_written.hasFurtherModels, u"models"_s, cataloglimits::models);
        addLimit(m_written.hasFurtherOpen, u"open"_s, cataloglimits::open);
        return m_reading;
    }

private:
    /// Whether enough is told. One more is counted then, and nobody looks for its line.
    bool isFull()
    {
        const bool full = m_reading.faults.size() >= cataloglimits::complaints;
        m_reading.furtherFaults += full ? 1 : 0;
        return full;
    }
    void add(const WrittenPlace &place, const QString &name, const QStringList &sentences)
    {
        m_reading.faults.append({inFile(place.file, place.path.toString()), name, sentences.join(u' ')});
    }
    void addFault(const WrittenPlace &place, const QString &name, const EntryFault &fault)
    {
        if (!isFull()) {
            const FaultPlace found = findPlace(place, fault.path);
            m_told.insert(found.path.toString());
            add(place, name, {atLine(found.line, fault.what)});
        }
    }
    /// One that is wrong as a whole.
    void addWhole(const WrittenPlace &place, const QString &name, const QString &what)
    {
        addFault(place, name, {{}, what});
    }
    void addFields(const WrittenPlace &place, const QString &name, const QList<FieldFault> &faults)
    {
        constexpr qsizetype enough = 3;
        if (isFull()) {
            return;
        }
        QStringList sentences;
        for (const FieldFault &fault : faults.first(std::min(enough, faults.size()))) {
            const FaultPlace found = findPlace(place, fault.path);
            m_told.insert(found.path.toString());
            sentences.append(atLine(found.line, faultWords(fault, found.path)));
        }
        add(place, name, sentences);
    }
    void addLimit(bool passed, const QString &place, qsizetype most)
    {
        if (passed) {
            m_reading.limits.append(
                CatalogText::tr("%1 has more than %2 entries; those behind are left out.").arg(place).arg(most));
        }
    }

    void readWords()
    {
        for (auto words = m_written.words.begin(); words != m_written.words.end(); ++words) {
            QList<FieldFault> faults;
            FieldReader fields(words.value(), &faults);
            m_reading.words.insert(words.key(), Wire::read(fields));
            for (const FieldFault &fault : std::as_const(faults)) {
                m_reading.faults.append({{}, {}, u"%1: %2"_s.arg(words.key(), faultWords(fault, fault.path))});
            }
        }
    }

    void readSizeTables()
    {
        const QJsonObject &all = m_written.sizeTables;
        for (auto entry = all.begin(); entry != all.end() && m_sizeTables.size() < cataloglimits::sizeTables; ++entry) {
            if (isRemark(entry.key())) {
                continue;
            }
            QList<FieldFault> faults;
            if (const std::optional<SizeRule> rule = readSizeTable(entry.value(), faults)) {
                m_sizeTables.insert(entry.key(), *rule);
            }
            const JsonPath path = m_written.sizeTablesPlace.path.field(entry.key());
            for (const FieldFault &fault : std::as_const(faults)) {
                addCommon(m_written.sizeTablesPlace, fault, path.joined(fault.path));
            }
        }
        addLimit(all.size() > cataloglimits::sizeTables, u"size_tables"_s, cataloglimits::sizeTables);
    }

    /// One of the user's own file's further lists.
    [[nodiscard]] WrittenPlace placeIn(const QString &list, qsizetype index) const
    {
        return {m_written.defaultsPlace.file, JsonPath().field(list).entry(index), {}};
    }

    /// Whoever is named here is a provider for all that follows.
    void readEndpoints()
    {
        QStringList taken = m_providers;
        const qsizetype count = std::min(m_written.endpoints.size(), cataloglimits::endpoints);
        for (qsizetype i = 0; i < count; ++i) {
            const WrittenPlace place = placeIn(u"endpoints"_s, i);
            const QJsonObject object = m_written.endpoints.at(i).toObject();
            const QString id = object.value("id"_L1).toString();
            QList<FieldFault> faults;
            const Endpoint endpoint = readEndpoint(object, faults);
            std::optional<EntryFault> fault = findSecret(object);
            if (!fault && !faults.isEmpty()) {
                addFields(place, id, faults);
                continue;
            }
            if (!fault) {
                fault = findFault(endpoint, taken);
            }
            if (fault) {
                addFault(place, id, *fault);
                continue;
            }
            taken.append(endpoint.id);
            m_reading.endpoints.append(endpoint);
            if (!m_providers.isEmpty()) {
                m_providers.append(endpoint.id);
            }
        }
        addLimit(m_written.endpoints.size() > count, u"endpoints"_s, cataloglimits::endpoints);
    }

    void readCorrections()
    {
        const qsizetype count = std::min(m_written.prices.size(), cataloglimits::corrections);
        QSet<QString> corrected;
        for (qsizetype i = 0; i < count; ++i) {
            const WrittenPlace place = placeIn(u"prices"_s, i);
            QList<FieldFault> faults;
            PriceCorrection correction = readCorrection(m_written.prices.at(i).toObject(), faults);
            if (!faults.isEmpty()) {
                addFields(place, correction.offer, faults);
            } else if (const std::optional<EntryFault> fault = findFault(correction)) {
                addFault(place, correction.offer, *fault);
            } else if (corrected.contains(correction.offer.toLower())) {
                addFault(place, correction.offer,
                         {JsonPath().field(u"offer"_s),
                          CatalogText::tr("another entry corrects the prices of this offer already.")});
            } else {
                corrected.insert(correction.offer.toLower());
                const QString offer = place.path.field(u"offer"_s).toString();
                correction.place = atLine(findPlace(place, JsonPath().field(u"offer"_s)).line, offer);
                m_reading.corrections.append(correction);
            }
        }
        addLimit(m_written.prices.size() > count, u"prices"_s, cataloglimits::corrections);
    }

    void readAliases()
    {
        const QString list = u"aliases"_s;
        const WrittenPlace place {m_written.defaultsPlace.file, JsonPath().field(list), {}};
        for (auto entry = m_written.aliases.begin(); entry != m_written.aliases.end(); ++entry) {
            if (isRemark(entry.key())) {
                continue;
            }
            if (m_reading.aliases.size() >= cataloglimits::aliases) {
                addLimit(true, list, cataloglimits::aliases);
                break;
            }
            ModelAlias alias {entry.key(), entry.value().toString(), {}};
            if (const std::optional<EntryFault> fault = faultInWords(alias)) {
                addFault(place, alias.name, *fault);
                continue;
            }
            const FaultPlace found = findPlace(place, JsonPath().field(alias.name));
            alias.place = atLine(found.line, found.path.toString());
            m_reading.aliases.append(alias);
        }
    }

    /// Nothing: it has a fault, which is noted.
    std::optional<Offer> readOffer(const WrittenOffer &written, const QString &model, bool open = false)
    {
        const QString provider = written.fields.value("provider"_L1).toString();
        if (!written.isObject) {
            addWhole(written.place, {}, CatalogText::tr("an object is expected here."));
            return std::nullopt;
        }
        QList<FieldFault> faults;
        Offer offer = readOfferFields(written.fields, m_sizeTables, faults);
        offer.model = model;
        if (!m_providers.isEmpty() && !provider.isEmpty() && !m_providers.contains(provider)) {
            const JsonPath path = JsonPath().field(u"provider"_s);
            faults.prepend({path, FieldFault::Kind::UnknownWord, {}, provider, m_providers, 0, 0});
        }
        if (!open && !offer.wire.bareNames.isEmpty()) {
            const JsonPath path = JsonPath().field(u"wire"_s).field(u"bareNames"_s);
            faults.append({path, FieldFault::Kind::Misplaced, {}, {}, {}, 0, 0});
        }
        if (!faults.isEmpty()) {
            addFields(written.place, provider, faults);
            return std::nullopt;
        }
        if (const std::optional<EntryFault> fault = findFault(offer)) {
            addFault(written.place, provider, *fault);
            return std::nullopt;
        }
        offer.wire.adoptWords(m_reading.words.value(offer.provider));
        return offer;
    }

    void readOffers(Model &model, const WrittenModel &written)
    {
        QSet<QString> providers;
        for (const WrittenOffer &entry : written.offers) {
            const std::optional<Offer> offer = readOffer(entry, model.slug);
            if (!offer) {
                continue;
            }
            if (providers.contains(offer->provider)) {
                addWhole(entry.place, offer->provider, CatalogText::tr("this provider offers the same model twice."));
                continue;
            }
            providers.insert(offer->provider);
            model.offers.append(*offer);
        }
        addLimit(written.hasFurtherOffers, written.place.path.toString() + ".offers"_L1, cataloglimits::offers);
    }

    /// All but the offers. Nothing: it has a fault, which is noted.
    std::optional<Model> readModel(const WrittenModel &written)
    {
        const QString slug = written.fields.value("slug"_L1).toString();
        if (!written.isObject) {
            addWhole(written.place, {}, CatalogText::tr("an object is expected here."));
            return std::nullopt;
        }
        QList<FieldFault> faults;
        const Model model = readModelFields(written.fields, faults);
        if (!faults.isEmpty()) {
            addFields(written.place, slug, faults);
            return std::nullopt;
        }
        std::optional<EntryFault> fault = findFault(model);
        if (!fault && m_slugs.contains(slug.toLower())) {
            fault = EntryFault {JsonPath().field(u"slug"_s),
                                CatalogText::tr("a model of the same name stands further up.")};
        }
        if (!fault && written.offers.isEmpty() && !m_written.isApart) {
            fault = EntryFault {JsonPath().field(u"offers"_s), CatalogText::tr("nobody offers this model (offers).")};
        }
        if (fault) {
            addFault(written.place, slug, *fault);
            return std::nullopt;
        }
        return model;
    }

    void readModels()
    {
        for (const WrittenModel &written : m_written.models) {
            std::optional<Model> model = readModel(written);
            if (!model) {
                continue;
            }
            readOffers(*model, written);
            if (!model->offers.isEmpty()) {
                m_slugs.insert(model->slug.toLower());
                m_reading.models.append(*model);
            } else if (written.offers.isEmpty()) {
                m_slugs.insert(model->slug.toLower());
                m_reading.unserved.append(*model);
            }
        }
    }

    void readOpen()
    {
        for (const WrittenOffer &written : m_written.open) {
            if (const std::optional<Offer> offer = readOffer(written, {}, true)) {
                m_reading.open.append(*offer);
            }
        }
    }

    /// Those that no offer had to be left out for: they are told all the same.
    void readDefaults()
    {
        const QJsonObject &all = m_written.defaults;
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            if (isRemark(entry.key()) || entry.value().isNull()) {
                continue;
            }
            const JsonPath path = m_written.defaultsPlace.path.field(entry.key());
            if (!m_providers.isEmpty() && !m_providers.contains(entry.key())) {
                addDefaults({path, FieldFault::Kind::Unknown, {}, {}, m_providers, 0, 0}, path);
            } else if (!entry.value().isObject()) {
                addDefaults({path,
                             FieldFault::Kind::Unusable,
                             FieldFault::Expected::Object,
                             entry.value().toString(),
                             {},
                             0,
                             0},
                            path);
            } else {
                const QList<FieldFault> faults = faultsOfDefaults(entry.value().toObject(), m_sizeTables);
                for (const FieldFault &fault : faults) {
                    addDefaults(fault, path.joined(fault.path));
                }
            }
        }
    }
    void addDefaults(const FieldFault &fault, const JsonPath &path)
    {
        if (!m_told.contains(path.toString())) {
            addCommon(m_written.defaultsPlace, fault, path);
        }
    }
    /// One of what counts for many entries.
    void addCommon(const WrittenPlace &where, const FieldFault &fault, const JsonPath &path)
    {
        if (!isFull()) {
            const JsonPlace place = nearestJsonPlace(where.file->text, path);
            m_reading.faults.append({{}, {}, inFile(where.file, atLine(place.line, faultWords(fault, path)))});
        }
    }

    const WrittenCatalog &m_written;
    QStringList m_providers;
    CatalogReading m_reading;
    SizeTables m_sizeTables; ///< without those that have a fault
    QSet<QString> m_slugs;
    QSet<QString> m_told; ///< places of fields that were
};

} // namespace

CatalogReading readCatalog(const WrittenCatalog &written, const ProviderIds &providers)
{
    return Reader(written, providers).read();
}

} // namespace lightwell
