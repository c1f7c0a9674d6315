// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellfooter.h"

#include "ui/compare/comparerun.h"
#include "ui/compare/emulationmark.h"
#include "ui/compare/emulationtext.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

const QString between = u" · "_s;

Button *tool(Icon icon, const QString &objectName, const QString &what, const QString &modelName)
{
    auto *button = new Button(Button::Kind::Quiet);
    button->setIcon(themedIcon(icon, QPalette::PlaceholderText));
    setTip(button, what);
    return named(button, objectName, CellFooter::tr("%1, %2").arg(what, modelName));
}

constexpr int roomForCopy = 220; ///< in narrower cells Copy is in the menu only
constexpr int lineGap = 2;

Money costOf(const CompareCell &cell)
{
    return cell.outcome ? cell.outcome->cost : Money::unknown();
}

/// How it came about, those first that may be left out first.
QStringList factsOf(const CompareCell &cell)
{
    QStringList facts;
    if (const Picture *picture = cell.picture()) {
        return {texts::size(picture->size), formatLabel(picture->format)};
    }
    if (cell.outcome && cell.outcome->error && cell.outcome->error->httpStatus > 0) {
        facts.append(CellFooter::tr("answer %1").arg(cell.outcome->error->httpStatus));
    }
    if (cell.tries > 1) {
        facts.append(CellFooter::tr("try %1").arg(cell.tries));
    }
    return facts;
}

QString seedText(const CompareCell &cell)
{
    const Picture *picture = cell.picture();
    const auto seed = picture && picture->seed ? picture->seed : cell.request.seed;
    return seed ? CellFooter::tr("seed %1").arg(*seed) : QString();
}

} // namespace

CellFooter::CellFooter(const QString &objectName, const QString &modelName, Naming naming, const Keymap &keymap,
                       QWidget *parent)
    : QWidget(parent)
    , m_naming(naming)
    , m_keymap(keymap)
    , m_second(new QHBoxLayout)
    , m_title(new TextLabel(naming == Naming::Here ? TextLabel::Voice::Strong : TextLabel::Voice::Body))
    , m_cost(new TextLabel(TextLabel::Voice::Strong))
    , m_detail(new TextLabel(TextLabel::Voice::Small))
    , m_mark(new EmulationMark)
    , m_cancel(new Button(Button::Kind::Link, tr("Cancel")))
    , m_star(tool(Icon::Star, objectName + u".star"_s, tr("Star"), modelName))
    , m_save(tool(Icon::Save, objectName + u".save"_s, tr("Save as…"), modelName))
    , m_copy(tool(Icon::Copy, objectName + u".copy"_s, tr("Copy"), modelName))
    , m_more(tool(Icon::More, objectName + u".more"_s, tr("More"), modelName))
    , m_modelName(modelName)
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u".title"_s);
    m_title->setElided(true);
    if (naming == Naming::Here) {
        m_title->setText(modelName);
    }
    m_cost->setObjectName(objectName + u".cost"_s);
    m_detail->setObjectName(objectName + u".detail"_s);
    named(m_cancel, objectName + u".cancel"_s, tr("Cancel, %1").arg(modelName));
    named(m_mark, objectName + u".mark"_s, tr("What was changed on the way"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_cost);
    m_second->setSpacing(2);
    m_second->addWidget(m_detail);
    m_second->addWidget(m_mark);
    m_second->addStretch(1);
    for (Button *button : {m_cancel, m_star, m_save, m_copy, m_more}) {
        m_second->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12 - EmulationMark::sides, 6, 8, 4);
    first->setContentsMargins(EmulationMark::sides, 0, 0, 0);
    layout->setSpacing(lineGap);
    layout->addLayout(first);
    layout->addLayout(m_second);
    const QMargins margins = layout->contentsMargins();
    setFixedHeight(
        margins.top() + margins.bottom() + lineGap + m_cost->fontMetrics().height()
        + std::max({m_more->sizeHint().height(), m_cancel->sizeHint().height(), m_mark->sizeHint().height()}));
    connect(m_cancel, &QPushButton::clicked, this, &CellFooter::cancelWanted);
    connect(m_star, &QPushButton::clicked, this, &CellFooter::starWanted);
    connect(m_save, &QPushButton::clicked, this, &CellFooter::saveWanted);
    connect(m_copy, &QPushButton::clicked, this, &CellFooter::copyWanted);
    connect(m_more, &QPushButton::clicked, this, &CellFooter::menuWanted);
}

void CellFooter::show(const CompareCell &cell, const QString &provider, const Names &names)
{
    m_done = cell.state == CompareCell::State::Done;
    m_star->setVisible(m_done && m_canHaveStar);
    m_star->setEnabled(cell.picture());
    m_save->setVisible(m_done);
    m_save->setEnabled(cell.picture());
    m_copy->setEnabled(cell.picture());
    m_cancel->setVisible(cell.isUnderWay());
    m_cancel->setEnabled(!cell.cancelWished);
    QStringList how;
    if (cell.isLost) {
        m_cost->setVoice(TextLabel::Voice::Muted);
        m_cost->setText(texts::spent(Money::unknown()));
        setTip(m_cost, {});
    } else if (cell.isUnderWay()) {
        how.append(cell.state == CompareCell::State::Queued ? tr("queued") : tr("running"));
        m_cost->setVoice(TextLabel::Voice::Muted);
        m_cost->setText(cell.expected.price.isKnown() ? texts::sum({cell.expected.price}) : QString());
        setTip(m_cost, {});
    } else {
        how.append(texts::duration(cell.tookMilliseconds()));
        showBill(cell);
    }
    if (!provider.isEmpty()) {
        how.append(provider);
    }
    const bool cancelled = cell.state == CompareCell::State::Cancelled;
    const QStringList facts = cell.isLost ? QStringList() : cancelled ? QStringList {tr("cancelled")} : factsOf(cell);
    m_about = how;
    m_facts = m_naming == Naming::Here ? how + facts : facts;
    setTip(m_detail, seedText(cell));
    showMark(cell, names);
    fit();
}

void CellFooter::showStar(bool isThere, bool isStarred)
{
    m_canHaveStar = isThere;
    m_star->setVisible(m_done && isThere);
    m_star->setIcon(isStarred ? themedIcon(Icon::StarOn, QPalette::Link)
                              : themedIcon(Icon::Star, QPalette::PlaceholderText));
    const QString what = isStarred ? tr("Take the star away") : tr("Star");
    setTip(m_star, what, m_keymap, KeyAction::Star);
    m_star->setAccessibleName(tr("%1, %2").arg(what, m_modelName));
    fit();
}

QList<QWidget *> CellFooter::tools() const
{
    return {m_cancel, m_star, m_save, m_copy, m_more};
}

void CellFooter::showBill(const CompareCell &cell)
{
    setTip(m_cost, {});
    if (cell.mayBeBilled()) {
        const Money price = cell.expected.price;
        const bool costs = price.isKnown() && price != Money::zero();
        m_cost->setVoice(TextLabel::Voice::Warning);
        m_cost->setText(costs ? tr("up to %1").arg(texts::one(price)) : tr("may be billed"));
    } else if (cell.wasBilled()) {
        m_cost->setVoice(TextLabel::Voice::Strong);
        m_cost->setText(texts::spent(costOf(cell)));
        setTip(m_cost, costOf(cell).isKnown() ? costOf(cell).toString() : QString());
    } else {
        m_cost->setVoice(TextLabel::Voice::Muted);
        m_cost->setText(tr("not billed"));
    }
}

void CellFooter::showMark(const CompareCell &cell, const Names &names)
{
    const EmulationText emulation = cell.outcome ? emulationText(*cell.outcome, names) : EmulationText();
    const bool marked = m_done && !emulation.mark.isEmpty();
    m_mark->setVisible(marked);
    if (marked) {
        m_mark->setMark(emulation);
    }
}

/// Facts go one after another, so that the change stays.
void CellFooter::fit()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - EmulationMark::sides - margins.right();
    m_copy->setVisible(m_done && width() >= roomForCopy);
    if (m_naming == Naming::AboveColumn) {
        const QFontMetrics metrics = m_title->fontMetrics();
        const int left = room - 6 - (m_cost->text().isEmpty() ? 0 : m_cost->sizeHint().width());
        const QString whole = m_about.join(between);
        const bool fits = metrics.horizontalAdvance(whole) <= left;
        m_title->setText(fits ? whole : m_about.value(0)); // half a name is worse than none
        setTip(m_title, fits ? QString() : whole);
    }
    int taken = 8;
    for (const Button *button : {m_cancel, m_star, m_save, m_copy, m_more}) {
        taken += button->isHidden() ? 0 : button->sizeHint().width() + 2;
    }
    taken += m_mark->isHidden() ? 0 : m_mark->sizeHint().width() + 2;
    const bool follows = !m_mark->isHidden() && m_mark->isCalm();
    const auto line = [&](qsizetype from) {
        const QString text = m_facts.mid(from).join(between);
        return text.isEmpty() || !follows ? text : text + between.chopped(1);
    };
    const QFontMetrics small = m_detail->fontMetrics();
    qsizetype from = 0;
    while (from < m_facts.size() && small.horizontalAdvance(line(from)) > room - taken) {
        ++from;
    }
    m_detail->setText(line(from));
    m_detail->setVisible(!m_detail->text().isEmpty());
    // Standing alone, the change begins where the name above does, and not its ring.
    const bool alone = m_detail->isHidden() && !m_mark->isHidden() && layoutDirection() == Qt::LeftToRight;
    m_second->setContentsMargins(alone ? 0 : EmulationMark::sides, 0, 0, 0);
}

void CellFooter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace lightwell
