// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/routingrulecard.h"

#include "core/catalog/catalog.h"
#include "core/wording/wording.h"
#include "ui/settings/checkedfield.h"
#include "ui/settings/routingtexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;

/// What a rule says; an empty line that said nothing before goes on saying nothing.
template<typename T>
void takeTyped(std::optional<T> &value, const T &typed)
{
    if (!typed.isEmpty() || (value && !value->isEmpty())) {
        value = typed.isEmpty() ? std::optional<T>() : std::optional<T>(typed);
    }
}

} // namespace

RoutingRuleCard::RoutingRuleCard(const RoutingRule &rule, const QString &name, const QString &title,
                                 const QStringList &providers, const Catalog &catalog, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_rule(rule)
    , m_name(name)
    , m_title(title)
    , m_providers(providers)
    , m_catalog(catalog)
    , m_grid(new QGridLayout)
{
    named(this, m_name, m_title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    addHead(title);
    layout->addLayout(m_grid);
    m_models = addField(u"models"_s, tr("Models"), tr("flux*"));
    auto *order = new QWidget;
    auto *orderLayout = new QVBoxLayout(order);
    orderLayout->setContentsMargins(0, 0, 0, 0);
    orderLayout->setSpacing(4);
    m_order = named(new ChoiceBox, m_name + u".order"_s, tr("Order, %1").arg(m_title));
    m_order->addItem(tr("As rules below say"), -1);
    for (const auto &[choice, label] : {std::pair {RoutingOrder::Cheapest, tr("Cheapest first")},
                                        {RoutingOrder::Fastest, tr("Fastest first")},
                                        {RoutingOrder::MostReliable, tr("Most reliable first")},
                                        {RoutingOrder::Fixed, tr("In an order of your own")},
                                        {RoutingOrder::LocalFirst, tr("Your own machine first")},
                                        {RoutingOrder::Weights, tr("Shared by weights")}}) {
        m_order->addItem(label, static_cast<int>(choice));
    }
    auto *orderName = new TextLabel(TextLabel::Voice::Small, tr("Order"));
    orderName->setBuddy(m_order);
    orderLayout->addWidget(orderName);
    orderLayout->addWidget(m_order);
    m_grid->addWidget(order, 0, 1, Qt::AlignTop);
    ++m_fields;
    m_fixed = addField(u"providers"_s, tr("Providers in their order"), tr("fal, replicate"));
    m_weights = addField(u"weights"_s, tr("Weights"), tr("fal 2, replicate 1"));
    m_price = addField(u"max_price"_s, tr("Dearest picture, in dollars"), tr("any price"));
    m_time = addField(u"max_seconds"_s, tr("Longest usual time, in seconds"), tr("any time"));
    m_allow = addField(u"allow"_s, tr("Only these providers"), tr("all"));
    m_ignore = addField(u"ignore"_s, tr("Never these providers"), tr("none"));
    m_marks = addField(u"marks"_s, tr("Only with these marks"), tr("trusted"));
    m_withoutMarks = addField(u"without_marks"_s, tr("Never with these marks"), tr("no client work"));
    m_fallbacks = addField(u"fallbacks"_s, tr("Models that stand in"), tr("none"));
    auto *refusal = new QWidget;
    auto *refusalLayout = new QHBoxLayout(refusal);
    refusalLayout->setContentsMargins(0, 0, 0, 0);
    refusalLayout->setSpacing(8);
    m_refusal = named(new Switch, m_name + u".fallback_after_refusal"_s,
                      tr("Stand in also where the content was refused, %1").arg(m_title));
    auto *refusalText = new TextLabel(TextLabel::Voice::Small, tr("Also where the content was refused"));
    refusalText->setWordWrap(true);
    refusalLayout->addWidget(m_refusal);
    refusalLayout->addWidget(refusalText, 1);
    m_grid->addWidget(refusal, m_fields / columns, m_fields % columns, Qt::AlignVCenter);
    fill(rule);
    connect(m_order, &QComboBox::activated, this, &RoutingRuleCard::take);
    connect(m_refusal, &QAbstractButton::toggled, this, &RoutingRuleCard::take);
}

void RoutingRuleCard::addHead(const QString &title)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(new TextLabel(TextLabel::Voice::Strong, title), 1);
    const auto addTool = [this, head](Icon icon, const QString &part, const QString &what) {
        auto *button = named(new Button(Button::Kind::Quiet), m_name + u'.' + part, tr("%1: %2").arg(what, m_title));
        button->setIcon(themedIcon(icon, QPalette::PlaceholderText));
        setTip(button, what);
        head->addWidget(button);
        return button;
    };
    connect(addTool(Icon::ChevronUp, u"up"_s, tr("Earlier")), &QPushButton::clicked, this,
            [this] { Q_EMIT moveRequested(-1); });
    connect(addTool(Icon::ChevronDown, u"down"_s, tr("Later")), &QPushButton::clicked, this,
            [this] { Q_EMIT moveRequested(1); });
    connect(addTool(Icon::Close, u"remove"_s, tr("Take the rule away")), &QPushButton::clicked, this,
            &RoutingRuleCard::removeRequested);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);
}

CheckedField *RoutingRuleCard::addField(const QString &part, const QString &label, const QString &placeholder)
{
    auto *field = new CheckedField(m_name + u'.' + part, label, tr("%1, %2").arg(label, m_title), placeholder);
    m_grid->addWidget(field, m_fields / columns, m_fields % columns, Qt::AlignTop);
    ++m_fields;
    connect(field, &CheckedField::edited, this, &RoutingRuleCard::take);
    return field;
}

void RoutingRuleCard::fill(const RoutingRule &rule)
{
    constexpr double thousand = 1000;
    m_models->setText(rule.models);
    m_order->setCurrentIndex(m_order->findData(rule.order ? static_cast<int>(*rule.order) : -1));
    m_fixed->setText(routingtexts::text(rule.providers));
    m_weights->setText(routingtexts::text(rule.weights));
    m_price->setText(rule.maxPrice ? rule.maxPrice->toDecimal() : QString());
    m_time->setText(rule.maxTime ? QString::number(static_cast<double>(rule.maxTime->count()) / thousand) : QString());
    m_allow->setText(routingtexts::text(rule.allow.value_or(QStringList())));
    m_ignore->setText(routingtexts::text(rule.ignore.value_or(QStringList())));
    m_marks->setText(routingtexts::text(rule.marks.value_or(QStringList())));
    m_withoutMarks->setText(routingtexts::text(rule.withoutMarks.value_or(QStringList())));
    m_fallbacks->setText(routingtexts::text(rule.fallbacks.value_or(QStringList())));
    m_refusal->setChecked(rule.fallbackAfterRefusal.value_or(false));
    showOrder();
}

void RoutingRuleCard::showOrder()
{
    const int order = m_order->currentData().toInt();
    m_fixed->setVisible(order == static_cast<int>(RoutingOrder::Fixed));
    m_weights->setVisible(order == static_cast<int>(RoutingOrder::Weights));
}

QString RoutingRuleCard::unknownFallback(const QStringList &models) const
{
    for (const QString &model : models) {
        if (const Result<Resolution> found = m_catalog.resolve(model); !found) {
            return wording::sentenceAtWindow(found.error());
        }
    }
    return {};
}

/// All fields as they stand. Nothing is taken of a rule that cannot be meant.
void RoutingRuleCard::take()
{
    showOrder();
    RoutingRule rule = m_rule;
    rule.models = m_models->text().trimmed();
    m_models->setProblem(rule.models.isEmpty() ? tr("Name models, such as flux* or *.") : QString());
    const int order = m_order->currentData().toInt();
    rule.order = order < 0 ? std::nullopt : std::optional(static_cast<RoutingOrder>(order));
    const auto fixed = routingtexts::providers(m_fixed->text(), m_providers);
    const auto weights = routingtexts::weights(m_weights->text(), m_providers);
    const bool isFixed = rule.order == RoutingOrder::Fixed;
    const bool isWeighted = rule.order == RoutingOrder::Weights;
    m_fixed->setProblem(!isFixed                                               ? QString()
                            : fixed.value.isEmpty() && fixed.problem.isEmpty() ? tr("Name the first provider.")
                                                                               : fixed.problem);
    m_weights->setProblem(!isWeighted                                                ? QString()
                              : weights.value.isEmpty() && weights.problem.isEmpty() ? tr("Give a provider a weight.")
                                                                                     : weights.problem);
    rule.providers = isFixed ? fixed.value : QStringList();
    rule.weights = isWeighted ? weights.value : QMap<QString, double>();
    const auto price = routingtexts::price(m_price->text());
    m_price->setProblem(price.problem);
    rule.maxPrice = price.value;
    const auto time = routingtexts::seconds(m_time->text());
    m_time->setProblem(time.problem);
    rule.maxTime = time.value;
    const auto allow = routingtexts::providers(m_allow->text(), m_providers);
    m_allow->setProblem(allow.problem);
    takeTyped(rule.allow, allow.value);
    const auto ignore = routingtexts::providers(m_ignore->text(), m_providers);
    m_ignore->setProblem(ignore.problem);
    takeTyped(rule.ignore, ignore.value);
    takeTyped(rule.marks, routingtexts::list(m_marks->text()).value);
    takeTyped(rule.withoutMarks, routingtexts::list(m_withoutMarks->text()).value);
    const QStringList fallbacks = routingtexts::list(m_fallbacks->text()).value;
    m_fallbacks->setProblem(unknownFallback(fallbacks));
    takeTyped(rule.fallbacks, fallbacks);
    if (m_refusal->isChecked() || rule.fallbackAfterRefusal) {
        rule.fallbackAfterRefusal = m_refusal->isChecked();
    }
    const QList<CheckedField *> fields = findChildren<CheckedField *>();
    const bool isGood =
        std::none_of(fields.begin(), fields.end(), [](CheckedField *field) { return field->hasProblem(); });
    if (isGood && rule != m_rule) {
        m_rule = rule;
        Q_EMIT changed();
    }
}

} // namespace lightwell
