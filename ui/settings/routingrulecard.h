// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/routingrules.h"
#include "ui/widgets/card.h"

class QAbstractButton;
class QGridLayout;

namespace lightwell {

class Catalog;
class CheckedField;
class ChoiceBox;
class Switch;

/// The fields of one routing rule. An empty field says nothing, so that a rule further down may.
class RoutingRuleCard : public Card
{
    Q_OBJECT
public:
    /// `name` begins the object names: "routing.0".
    RoutingRuleCard(const RoutingRule &rule, const QString &name, const QString &title, const QStringList &providers,
                    const Catalog &catalog, QWidget *parent = nullptr);

    [[nodiscard]] const RoutingRule &rule() const { return m_rule; }

Q_SIGNALS:
    void changed(); ///< rule() is another one, and can be meant as it is
    void moveRequested(int by);
    void removeRequested();

private:
    CheckedField *addField(const QString &part, const QString &label, const QString &placeholder);
    void addHead(const QString &title);
    void fill(const RoutingRule &rule);
    void showOrder();
    void take();
    [[nodiscard]] QString unknownFallback(const QStringList &models) const;

    RoutingRule m_rule;
    const QString m_name;
    const QString m_title;
    const QStringList m_providers;
    const Catalog &m_catalog;
    QGridLayout *m_grid;
    int m_fields = 0;
    ChoiceBox *m_order = nullptr;
    CheckedField *m_models = nullptr;
    CheckedField *m_fixed = nullptr;
    CheckedField *m_weights = nullptr;
    CheckedField *m_price = nullptr;
    CheckedField *m_time = nullptr;
    CheckedField *m_allow = nullptr;
    CheckedField *m_ignore = nullptr;
    CheckedField *m_marks = nullptr;
    CheckedField *m_withoutMarks = nullptr;
    CheckedField *m_fallbacks = nullptr;
    Switch *m_refusal = nullptr;
};

} // namespace lightwell
