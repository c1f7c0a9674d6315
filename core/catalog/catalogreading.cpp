// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogreading.h"

#include "core/catalog/catalogcheck.h"
#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/catalog/faultwords.h"
#include "core/model/displaytext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString inFile(const CatalogFile *file, const QString &what)
{
    return file->name.isEmpty() ? what : u"%1, %2"_s.arg(file->name, what);
}

QString atLine(std::optional<qsizetype> line, const QString &what)
{
    return line ? CatalogText::tr("line %1: %2").arg(*line).arg(what) : what;
}

/// Names it by where it is written: in the entry itself, or among the defaults of its provider.
QString sentence(const FieldFault &fault, const WrittenPlace &place)
{
    const JsonPath own = place.path.joined(fault.path);
    if (const auto line = jsonLine(place.file->text, own)) {
        return atLine(line, faultWords(fault, own));
    }
    if (!place.defaults.isEmpty() && fault.kind != FieldFault::Kind::Missing) {
        const JsonPath usual = place.defaults.joined(fault.path);
        if (const auto line = jsonLine(place.file->text, usual)) {
            return atLine(line, faultWords(fault, usual));
        }
    }
    return atLine(jsonLine(place.file->text, place.path), faultWords(fault, own));
}

class Reader
{
public:
    explicit Reader(const WrittenCatalog &written)
        : m_written(written)
    {
    }

    CatalogReading read()
    {
        for (const WrittenCatalog::Note &note : m_written.notes) {
            const std::optional<qsizetype> line = jsonLine(note.file->text, note.path);
            m_reading.faults.append({{}, {}, inFile(note.file, atLine(line, note.what))});
        }
        readWords();
        readModels();
        readOpen();
        addLimit(m_written.hasFurtherModels, u"models"_s, cataloglimits::models);
        addLimit(m_written.hasFurtherOpen, u"open"_s, cataloglimits::open);
        return m_reading;
    }

private:
    void add(const WrittenPlace &place, const QString &name, const QStringList &sentences)
    {
        if (m_reading.faults.size() >= cataloglimits::complaints) {
            ++m_reading.furtherFaults;
            return;
        }
        m_reading.faults.append({inFile(place.file, place.path.toString()), name, sentences.join(u' ')});
    }
    /// One that is wrong as a whole.
    void addWhole(const WrittenPlace &place, const QString &name, const QString &what)
    {
        if (m_reading.faults.size() >= cataloglimits::complaints) {
            ++m_reading.furtherFaults; // no look at its line
            return;
        }
        add(place, name, {atLine(jsonLine(place.file->text, place.path), what)});
    }
    void addFields(const WrittenPlace &place, const QString &name, const QList<FieldFault> &faults)
    {
        constexpr qsizetype enough = 3;
        QStringList sentences;
        if (m_reading.faults.size() < cataloglimits::complaints) {
            for (const FieldFault &fault : faults.first(std::min(enough, faults.size()))) {
                sentences.append(sentence(fault, place));
            }
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

    /// Nothing: it has a fault, which is noted.
    std::optional<Offer> readOffer(const WrittenOffer &written, const QString &model, bool open = false)
    {
        const QString provider = written.fields.value("provider"_L1).toString();
        if (!written.isObject) {
            addWhole(written.place, {}, CatalogText::tr("an object is expected here."));
            return std::nullopt;
        }
        QList<FieldFault> faults;
        FieldReader fields(written.fields, &faults);
        Offer offer = Offer::read(fields);
        offer.model = model;
        for (auto field = offer.fields.begin(); field != offer.fields.end(); ++field) {
            if (!knownFieldNames().contains(field.key())) {
                const JsonPath path = JsonPath().field(u"fields"_s).field(field.key());
                faults.append({path, FieldFault::Kind::Unknown, {}, {}, knownFieldNames(), 0, 0});
            }
        }
        if (!open && !offer.wire.bareNames.isEmpty()) {
            const JsonPath path = JsonPath().field(u"wire"_s).field(u"bareNames"_s);
            faults.append({path, FieldFault::Kind::Misplaced, {}, {}, {}, 0, 0});
        }
        if (!faults.isEmpty()) {
            addFields(written.place, provider, faults);
            return std::nullopt;
        }
        if (const std::optional<QString> fault = findFault(offer)) {
            addWhole(written.place, provider, *fault);
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
        FieldReader fields(written.fields, &faults);
        const Model model = Model::read(fields);
        if (!faults.isEmpty()) {
            addFields(written.place, slug, faults);
            return std::nullopt;
        }
        std::optional<QString> fault = findFault(model);
        if (!fault && m_slugs.contains(slug.toLower())) {
            fault = CatalogText::tr("a model of the same name stands further up.");
        }
        if (!fault && written.offers.isEmpty()) {
            fault = CatalogText::tr("nobody offers this model (offers).");
        }
        if (fault) {
            addWhole(written.place, slug, *fault);
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

    const WrittenCatalog &m_written;
    CatalogReading m_reading;
    QSet<QString> m_slugs;
};

QString told(const CatalogFault &fault)
{
    constexpr qsizetype longest = 80;
    const QString name = shortened(fault.name, longest);
    if (fault.place.isEmpty()) {
        return fault.what;
    }
    return CatalogText::tr("%1 is left out: %2 Correct it or take it away.")
        .arg(name.isEmpty() ? fault.place : u"%1 (%2)"_s.arg(fault.place, name), fault.what);
}

} // namespace

CatalogReading readCatalog(const WrittenCatalog &written)
{
    return Reader(written).read();
}

QStringList toldFaults(const CatalogReading &reading)
{
    QStringList all;
    for (const CatalogFault &fault : reading.faults) {
        all.append(told(fault));
    }
    if (reading.furtherFaults > 0) {
        all.append(CatalogText::tr("And %n more are left out.", nullptr, static_cast<int>(reading.furtherFaults)));
    }
    return all + reading.limits;
}

} // namespace lightwell
