// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textcall.h"

#include <QDate>
#include <QStringList>

namespace lightwell {

/// Dollars for a million tokens.
struct TextPrice
{
    double input = 0;
    double cached = -1; ///< of the input, what the vendor has read before; negative: as the rest
    double output = 0;
    qint64 above = 0; ///< holds where the input has more tokens than these
    QDate from = {}; ///< holds from this day on; invalid: it always has

    friend bool operator==(const TextPrice &, const TextPrice &) = default;
};

/// A text model served by a provider.
struct TextOffer
{
    QString model; ///< by which clients call it; of the catalog's own the same as the vendor's id
    QString provider;
    QString providerModel; ///< the id on the wire
    /// What the model does; whether the provider has that path is its own affair.
    QList<TextKind> kinds = {TextKind::Chat, TextKind::Responses};
    qint64 context = 0; ///< tokens of input and output together; 0: not known
    qint64 maxOutput = 0; ///< tokens of one answer; 0: not known
    bool vision = false;
    QString released; ///< "2026-09-22", "2026-09" or ""
    QString shutdown; ///< the day its vendor switches it off; or ""
    QList<TextPrice> prices; ///< empty: unknown
    QString priceSource;
    QString priceDate;

    friend bool operator==(const TextOffer &, const TextOffer &) = default;
};

/// The text models that are known, and where they are served. A copy is cheap.
class TextCatalog
{
public:
    TextCatalog() = default;
    explicit TextCatalog(QList<TextOffer> offers)
        : m_offers(std::move(offers))
    {
    }
    /// resources/catalog/chat from the program itself, a file a provider. A fault in it is logged, and its entry left
    /// out; a test finds it.
    [[nodiscard]] static TextCatalog builtIn();
    /// {"provider": "openai", "models": [{"id", "kinds": ["embeddings"], "context", "max_output", "vision", "released",
    /// "shutdown", "prices": [{"input", "cached", "output", "above", "from"}], "source", "as_of"}]}. What has a fault
    /// is left out, and `faults` says where.
    [[nodiscard]] static TextCatalog fromFile(const QByteArray &json, QStringList &faults);

    void add(const TextCatalog &other) { m_offers += other.m_offers; }
    [[nodiscard]] const QList<TextOffer> &offers() const { return m_offers; }

    struct Found
    {
        QList<TextOffer> offers; ///< those of one model
        bool isNamed = false; ///< the name says which provider
    };
    /// A model's id, whoever serves it, or "provider/id". Of `providers` any id is taken: what the vendor has beside
    /// what is known here, at a price that nobody knows. Empty: there is no such model.
    [[nodiscard]] Found find(const QString &name, const QStringList &providers) const;
    [[nodiscard]] QStringList names() const; ///< of all models, each once

private:
    QList<TextOffer> m_offers;
};

} // namespace lightwell
