// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/pastbills.h"
#include "core/model/plan.h"
#include "core/routing/route.h"
#include "ui/compare/compareexpectation.h"
#include "ui/compare/compareform.h"
#include "ui/compare/obstacle.h"

#include <QObject>
#include <QTimer>

namespace lightwell {

class Catalog;
class ImageService;
class ProviderKeys;

/// What the form would do and cost, before the click: the plan of each chosen model, kept up to date.
class FormPlans : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        std::optional<Plan> plan; ///< the one that would be tried first, even where its key is missing
        std::optional<Error> error; ///< why it cannot be made as asked
        QList<Reason> why = {}; ///< of all its offers that one
        PastBills asLastTime = {}; ///< what like pictures cost before, where no price is known
    };
    FormPlans(ImageService &images, const Catalog &catalog, const ProviderKeys &keys, QObject *parent = nullptr);

    void setForm(const CompareForm &form);
    void refresh(); ///< keys or the catalogue changed
    [[nodiscard]] const CompareForm &form() const { return m_form; }
    [[nodiscard]] const Entry *find(const QString &model) const; ///< null: not known yet
    /// Of one picture: what the plan says, else what it cost before.
    [[nodiscard]] Money price(const QString &model) const;
    /// "≈ $0.04 ($0.03 to $0.05), as last time"
    [[nodiscard]] static QString asLastTimeText(const PastBills &bills);
    [[nodiscard]] QString priceText(const QString &model) const; ///< "$0.045", "≈ $0.045"; empty: no plan
    [[nodiscard]] QString wholePriceText(const QString &model) const; ///< "≈ $0.045, as last time"
    [[nodiscard]] QString sizeText(const QString &model) const; ///< "1536 × 1024": what it makes itself; empty: unknown
    /// "3:2, not 16:9", where another shape or size than was asked will come; empty: none, as far as is known.
    [[nodiscard]] QString missedSizeText(const QString &model) const;
    enum class MaskUse { None, Taken, PutBack }; ///< PutBack: it paints all anew, and what lies outside is put back
    [[nodiscard]] MaskUse maskUse(const QString &model) const;
    /// In which form it gets the mask, where that is not as it was painted.
    [[nodiscard]] Reason maskForm(const QString &model) const;
    /// Why it is held back; none while nothing is known.
    [[nodiscard]] Obstacle obstacle(const QString &model) const;
    /// What was asked and is left out, as it stands in the plan; without the shape, which has a sign of its own.
    [[nodiscard]] QList<PlannedParameter> leftOut(const QString &model) const;
    /// Of the models of the form: where each would be made, as far as is known yet.
    [[nodiscard]] QList<Offer> offers() const;
    /// Whether what is known is all there is to know of the form as it stands.
    [[nodiscard]] bool isSettled() const { return m_awaited == 0 && !m_delay.isActive(); }
    [[nodiscard]] CompareForm sent() const; ///< the form with those models only that can be asked
    [[nodiscard]] int pictures() const; ///< that would be sent
    [[nodiscard]] QList<Money> prices() const; ///< of every picture that would be sent
    [[nodiscard]] bool isAtMost() const; ///< their sum is a bound: a vendor chooses itself what it makes
    [[nodiscard]] QString sumText() const; ///< of these prices: "≈ $0.42", "at most $0.42"
    [[nodiscard]] QHash<QString, CompareExpectation> expectations() const; ///< by model, of those with a plan

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QString &model, const Result<Route> &route);
    void keep(const QString &model, const Entry &entry);
    [[nodiscard]] QStringList providers() const; ///< of every picture that would be sent

    ImageService &m_images;
    const Catalog &m_catalog;
    const ProviderKeys &m_keys;
    CompareForm m_form;
    QHash<QString, Entry> m_entries;
    QHash<QString, Offer> m_offers; ///< by model: of the last plan, so that a refused wish can be put right
    QTimer m_delay;
    bool m_wasChanged = false; ///< by the person, after the form was set at the start
    int m_round = 0;
    qsizetype m_awaited = 0; ///< plans of this round
};

} // namespace lightwell
