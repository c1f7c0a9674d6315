// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelspanel.h"

#include "core/wording/wording.h"
#include "ui/compare/compareform.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/formplans.h"
#include "ui/compare/maskusage.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/modelrow.h"
#include "ui/compare/spokennames.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ModelsPanel::ModelsPanel(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
    , m_list(new Card(Card::Ground::Field))
    , m_column(new QVBoxLayout(m_list))
    , m_addRow(new QWidget)
    , m_add(new Button(Button::Kind::Quiet, tr("&Add model")))
    , m_picker(new ModelPicker(this))
{
    m_add->setIcon(themedIcon(Icon::Plus, QPalette::PlaceholderText));
    named(m_add, u"addModel"_s, tr("Add model"));
    setTip(m_add, tr("Add model"), keymap, KeyAction::AddModel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Models")));
    layout->addWidget(m_list);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    auto *add = new QHBoxLayout(m_addRow);
    add->setContentsMargins(3, 2, 3, 2);
    add->addWidget(m_add);
    add->addStretch();
    m_column->addWidget(m_addRow);
    m_add->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &ModelsPanel::openPicker);
    connect(addShortcut(keymap, KeyAction::AddModel, this), &QShortcut::activated, this, &ModelsPanel::openPicker);
    connect(m_picker, &ModelPicker::toggled, this, &ModelsPanel::toggle);
}

void ModelsPanel::setModels(const QStringList &models)
{
    m_models = models.mid(0, CompareForm::maxModels);
    rebuild();
}

void ModelsPanel::setChoices(const QList<ModelChoice> &choices)
{
    QStringList before;
    QStringList after;
    for (const QString &model : std::as_const(m_models)) {
        before.append(nameOf(model));
    }
    m_choices = choices;
    m_picker->setChoices(choices, m_models);
    for (const QString &model : std::as_const(m_models)) {
        after.append(nameOf(model));
    }
    if (before != after) {
        rebuild();
    }
}

void ModelsPanel::setPrices(const ModelPrices &prices)
{
    m_picker->setPrices(prices);
}

bool ModelsPanel::isChoosing() const
{
    return m_picker->isVisible();
}

void ModelsPanel::openPicker()
{
    Q_EMIT choicesWanted();
    m_picker->openBelow(m_add);
}

void ModelsPanel::toggle(const QString &model)
{
    if (m_models.contains(model)) {
        m_models.removeAll(model);
    } else if (m_models.size() >= CompareForm::maxModels) {
        Q_EMIT tooMany();
        return;
    } else {
        m_models.append(model);
    }
    m_picker->setChosen(m_models);
    rebuild();
    Q_EMIT edited();
}

void ModelsPanel::remove(const QString &model)
{
    const qsizetype place = m_models.indexOf(model);
    m_removed.append({model, place});
    toggle(model);
    // The keyboard stays among the rows.
    ModelRow *next = m_rows.value(m_models.value(std::min(place, m_models.size() - 1)));
    (next ? next->removeButton() : m_add)->setFocus();
}

void ModelsPanel::bringBack()
{
    while (!m_removed.isEmpty() && m_models.contains(m_removed.constLast().model)) {
        m_removed.removeLast(); // it was chosen again meanwhile
    }
    if (m_removed.isEmpty() || m_models.size() >= CompareForm::maxModels) {
        return;
    }
    const Removed last = m_removed.takeLast();
    m_models.insert(std::min(last.place, m_models.size()), last.model);
    m_picker->setChosen(m_models);
    rebuild();
    m_rows.value(last.model)->removeButton()->setFocus();
    Q_EMIT edited();
}

void ModelsPanel::move(const QString &model, int by)
{
    const qsizetype from = m_models.indexOf(model);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_models.size()) {
        return;
    }
    m_models.move(from, to);
    ModelRow *row = m_rows.value(model);
    m_column->removeWidget(row); // the same widget goes on: it may have the mouse
    m_column->insertWidget(static_cast<int>(to), row);
    m_column->activate();
    orderTabs();
    Q_EMIT edited();
}

bool ModelsPanel::eventFilter(QObject *watched, QEvent *event)
{
    // What was removed comes back with the keys that bring back cleared pictures elsewhere.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && !m_removed.isEmpty() && m_keymap.matches(static_cast<QKeyEvent *>(event), KeyAction::Undo)) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            bringBack();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ModelsPanel::setTabAfter(QWidget *before)
{
    m_before = before;
    rebuild();
}

void ModelsPanel::rebuild()
{
    for (ModelRow *row : std::as_const(m_rows)) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (int index = 0; index < m_models.size(); ++index) {
        const QString model = m_models.at(index);
        auto *row = new ModelRow(model, nameOf(model));
        m_column->insertWidget(index, row);
        row->show();
        m_rows.insert(model, row);
        row->removeButton()->installEventFilter(this);
        connect(row, &ModelRow::removeRequested, this, &ModelsPanel::remove);
        connect(row, &ModelRow::moveRequested, this, &ModelsPanel::move);
        connect(row, &ModelRow::remedyRequested, this, &ModelsPanel::remedyWanted);
    }
    orderTabs();
    m_addRow->setVisible(m_models.size() < CompareForm::maxModels);
    if (m_plans) {
        showPlans(*m_plans);
    }
}

void ModelsPanel::orderTabs()
{
    QWidget *previous = m_before;
    for (const QString &model : std::as_const(m_models)) {
        Button *remove = m_rows.value(model)->removeButton();
        if (previous) {
            setTabOrder(previous, remove);
        }
        previous = remove;
    }
    if (previous) {
        setTabOrder(previous, m_add);
    }
}

QString ModelsPanel::nameOf(const QString &model) const
{
    for (const ModelChoice &choice : m_choices) {
        if (choice.slug == model) {
            return choice.name;
        }
    }
    return isOwnServerModel(model) ? model.section(u'/', 1) : model;
}

void ModelsPanel::showPlans(const FormPlans &plans)
{
    m_plans = &plans;
    // One of many words takes the room of its own row alone.
    const int widest = fontMetrics().horizontalAdvance(u"≈ $00.000"_s);
    int column = 0;
    for (ModelRow *row : std::as_const(m_rows)) {
        showPlan(row);
        column = row->priceWidth() <= widest ? std::max(column, row->priceWidth()) : column;
    }
    for (ModelRow *row : std::as_const(m_rows)) {
        row->setPriceColumn(column);
    }
}

/// The most pressing remark alone.
void ModelsPanel::showPlan(ModelRow *row)
{
    const QString model = row->model();
    const Obstacle obstacle = m_plans->obstacle(model);
    const QString price = m_plans->priceText(model);
    const QString inFull = m_plans->wholePriceText(model);
    const QString why = whyOf(model);
    row->setPrice(price, inFull == price ? why : inFull + u'\n' + why);
    row->setSize(m_plans->sizeText(model));
    if (obstacle) {
        const bool needsKey = obstacle.kind == Obstacle::Kind::NeedsKey;
        row->setRemark(ModelRow::Remark {Meaning::Warning, needsKey ? std::optional(Icon::Keys) : std::nullopt,
                                         obstacleWord(obstacle), problemOf(model), true});
    } else if (const QString missed = m_plans->missedSizeText(model); !missed.isEmpty()) {
        row->setRemark(ModelRow::Remark {Meaning::Warning, {}, missed, tr("It will make %1.").arg(missed), false});
    } else if (m_plans->maskUse(model) == FormPlans::MaskUse::PutBack) {
        row->setRemark(ModelRow::Remark {Meaning::Warning,
                                         {},
                                         tr("mask emulated"),
                                         tr("It takes no mask: it paints the whole picture anew, and outside the mask "
                                            "the old one is put back."),
                                         false});
    } else if (const Reason form = m_plans->maskForm(model); !form.isEmpty()) {
        QStringList whole {wording::sentence(form, spokenNames(nameOf(model), m_providerName)), leftOutOf(model)};
        whole.removeAll(QString());
        row->setRemark(ModelRow::Remark {Meaning::Info, {}, maskFormWords(form), whole.join(u'\n'), false});
    } else if (const QString leftOut = leftOutOf(model); !leftOut.isEmpty()) {
        row->setRemark(ModelRow::Remark {Meaning::Info, {}, {}, leftOut, false});
    } else {
        row->setRemark({});
    }
}

/// Which provider is asked first, and why that one.
QString ModelsPanel::whyOf(const QString &model) const
{
    const FormPlans::Entry *entry = m_plans->find(model);
    if (!entry || !entry->plan) {
        return {};
    }
    const Names names = spokenNames(nameOf(model), m_providerName);
    QStringList lines {m_providerName ? m_providerName(entry->plan->offer.provider) : entry->plan->offer.provider};
    for (const Reason &reason : entry->why) {
        lines.append(wording::sentence(reason, names));
    }
    return lines.join(u'\n');
}

QString ModelsPanel::leftOutOf(const QString &model) const
{
    const Names names = spokenNames(nameOf(model), m_providerName);
    QStringList lines;
    const QList<PlannedParameter> leftOut = m_plans->leftOut(model);
    for (const PlannedParameter &parameter : leftOut) {
        lines.append(parameterReport(parameter, names));
    }
    return lines.join(u'\n');
}

QString ModelsPanel::problemOf(const QString &model) const
{
    const Obstacle obstacle = m_plans ? m_plans->obstacle(model) : Obstacle();
    if (!obstacle) {
        return {};
    }
    const FormPlans::Entry *entry = m_plans->find(model);
    if (entry && entry->error) {
        return wording::sentence(*entry->error, spokenNames(nameOf(model), m_providerName));
    }
    if (obstacle.kind == Obstacle::Kind::NeedsKey && !obstacle.provider.isEmpty()) {
        const QString provider = m_providerName ? m_providerName(obstacle.provider) : obstacle.provider;
        return tr("%1 needs a key for %2.").arg(nameOf(model), provider);
    }
    return tr("%1: %2").arg(nameOf(model), obstacleWord(obstacle));
}

} // namespace lightwell
