// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/routinggroup.h"

#include "core/routing/routingfile.h"
#include "core/storage/keptaside.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/services.h"
#include "ui/settings/checkedfield.h"
#include "ui/settings/routingexample.h"
#include "ui/settings/routingrulecard.h"
#include "ui/settings/routingtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"

#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

RoutingGroup::RoutingGroup(const Services &services, RoutingFile &file, QWidget *parent)
    : SettingGroup(tr("Routing"),
                   tr("Which offers of a model are tried, and in which order. A rule holds for the models it names; "
                      "what it leaves open, the rules below it say, and last the order above. The rules lie in %1.")
                       .arg(file.path()),
                   parent)
    , m_services(services)
    , m_file(file)
    , m_banner(new Banner(Meaning::Bad, u"routing.faults"_s))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_add(named(new Button(Button::Kind::Normal, tr("Add r&ule")), u"routing.add"_s, tr("Add a routing rule")))
    , m_marks(new CheckedField(u"routing.marks"_s, {}, tr("Marks of providers"),
                               tr("fal: trusted; replicate: no client work")))
    , m_atOnce(new CheckedField(u"routing.max_at_once"_s, {}, tr("Calls side by side"), tr("fal 4, replicate 2")))
    , m_example(new RoutingExample(services))
{
    constexpr int fieldWidth = 300;
    m_list->setObjectName(u"routing.rules"_s);
    m_rows->setContentsMargins(15, 6, 15, 8);
    m_rows->setSpacing(8);
    m_banner->setDismissible(false);
    m_banner->setAction(tr("Begin anew"));
    m_marks->setMinimumWidth(fieldWidth);
    m_atOnce->setMinimumWidth(fieldWidth);
    addWide(m_banner);
    addWide(m_list);
    addRow(tr("Rules"), tr("Special ones above general ones: “flux*” above “*”."), m_add);
    addRow(tr("&Marks of providers"), tr("Your own words for them, which rules can ask for."), m_marks);
    addRow(tr("Calls &side by side"), tr("The most at one provider; whoever is not named has its usual number."),
           m_atOnce);
    addWide(new Hairline(Qt::Horizontal));
    addWide(m_example);
    connect(m_banner, &Banner::actionTriggered, this, &RoutingGroup::beginAnew);
    connect(m_add, &QPushButton::clicked, this, &RoutingGroup::addRule);
    connect(m_marks, &CheckedField::edited, this, &RoutingGroup::takeProviders);
    connect(m_atOnce, &CheckedField::edited, this, &RoutingGroup::takeProviders);
    connect(&file, &RoutingFile::changed, this, &RoutingGroup::showRules);
    connect(&services.settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ProviderOrder) {
            m_example->ask();
        }
    });
    showRules();
}

QList<RoutingRule> RoutingGroup::shownRules() const
{
    QList<RoutingRule> rules;
    for (const RoutingRuleCard *card : m_cards) {
        rules.append(card->rule());
    }
    return rules;
}

void RoutingGroup::showRules()
{
    const RoutingRules &rules = m_file.rules();
    showFaults();
    if (shownRules() != rules.rules) { // else somebody is typing in one of them
        rebuild();
    }
    if (!m_marks->hasProblem()) { // else it is still being typed
        m_marks->setText(routingtexts::text(rules.marks));
    }
    if (!m_atOnce->hasProblem()) {
        m_atOnce->setText(routingtexts::text(rules.maxAtOnce));
    }
    m_example->ask();
}

/// Rules of which only a part could be read are not shown to be changed: what is written back would lack the rest.
void RoutingGroup::showFaults()
{
    const QList<Reason> &faults = m_file.rules().faults;
    QStringList sentences;
    for (const Reason &fault : faults) {
        sentences.append(wording::sentence(fault));
    }
    m_banner->setVisible(!faults.isEmpty());
    m_banner->setText(tr("The rules cannot be read, so nothing is asked of anybody until the file is correct.\n%1")
                          .arg(sentences.join(u'\n')));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_list, m_add, m_marks, m_atOnce}) {
        widget->setEnabled(faults.isEmpty());
    }
}

void RoutingGroup::rebuild()
{
    for (RoutingRuleCard *card : std::as_const(m_cards)) {
        m_rows->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be the one that asked
        card->setObjectName({});
    }
    m_cards.clear();
    const QList<RoutingRule> &rules = m_file.rules().rules;
    for (qsizetype index = 0; index < rules.size(); ++index) {
        auto *card = new RoutingRuleCard(rules.at(index), u"routing.%1"_s.arg(index), tr("Rule %1").arg(index + 1),
                                         m_file.providers(), m_services.catalog);
        m_rows->addWidget(card);
        card->show();
        m_cards.append(card);
        connect(card, &RoutingRuleCard::changed, this, &RoutingGroup::takeCards);
        connect(card, &RoutingRuleCard::moveRequested, this, [this, index](int by) { move(index, by); });
        connect(card, &RoutingRuleCard::removeRequested, this, [this, index] { remove(index); });
    }
    m_list->setVisible(!rules.isEmpty());
    QWidget *before = nullptr;
    for (RoutingRuleCard *card : std::as_const(m_cards)) {
        const QList<QWidget *> all = card->findChildren<QWidget *>();
        for (QWidget *widget : all) {
            const bool isStop = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            if (isStop && widget->window() == window()) { // not the list of a choice
                if (before) {
                    setTabOrder(before, widget);
                }
                before = widget;
            }
        }
    }
    if (before) {
        setTabOrder(before, m_add);
    }
}

void RoutingGroup::addRule()
{
    RoutingRules rules = m_file.rules();
    RoutingRule rule;
    rule.models = u"*"_s;
    rules.rules.append(rule);
    const QString first = u"routing.%1.models"_s.arg(rules.rules.size() - 1);
    write(rules);
    focusOn(first);
}

void RoutingGroup::move(qsizetype index, int by)
{
    RoutingRules rules = m_file.rules();
    const qsizetype target = index + by;
    if (target < 0 || target >= rules.rules.size()) {
        return;
    }
    rules.rules.move(index, target);
    write(rules);
    focusOn(u"routing.%1.%2"_s.arg(target).arg(by < 0 ? u"up"_s : u"down"_s));
}

void RoutingGroup::remove(qsizetype index)
{
    RoutingRules rules = m_file.rules();
    rules.rules.removeAt(index);
    write(rules);
    focusOn(rules.rules.isEmpty() ? u"routing.add"_s
                                  : u"routing.%1.remove"_s.arg(std::min(index, rules.rules.size() - 1)));
}

void RoutingGroup::takeCards()
{
    RoutingRules rules = m_file.rules();
    rules.rules = shownRules();
    write(rules);
}

void RoutingGroup::takeProviders()
{
    RoutingRules rules = m_file.rules();
    const auto marks = routingtexts::marks(m_marks->text(), m_file.providers());
    const auto atOnce = routingtexts::counts(m_atOnce->text(), m_file.providers());
    m_marks->setProblem(marks.problem);
    m_atOnce->setProblem(atOnce.problem);
    if (marks.problem.isEmpty()) {
        rules.marks = marks.value;
    }
    if (atOnce.problem.isEmpty()) {
        rules.maxAtOnce = atOnce.value;
    }
    if (rules != m_file.rules()) {
        write(rules);
    }
}

void RoutingGroup::write(const RoutingRules &rules)
{
    if (const Status written = m_file.write(rules); !written) {
        m_banner->setText(wording::sentenceAtWindow(written.error()));
        m_banner->show();
    }
}

/// The file that cannot be read is kept beside the new one.
void RoutingGroup::beginAnew()
{
    if (const Result<QString> kept = keepAside(m_file.path()); !kept) {
        m_banner->setText(wording::sentenceAtWindow(kept.error()));
        return;
    }
    write({});
    focusOn(u"routing.add"_s);
}

void RoutingGroup::focusOn(const QString &objectName)
{
    if (auto *widget = findChild<QWidget *>(objectName)) {
        widget->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace lightwell
