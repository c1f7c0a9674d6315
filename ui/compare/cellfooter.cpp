// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellfooter.h"

#include "ui/compare/comparerun.h"
#include "ui/compare/emulationmark.h"
#include "ui/compare/emulationtext.h"
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

Button *tool(Icon icon, const QString &objectName, const QString &what, const QString &modelName)
{
    auto *button = new Button(Button::Kind::Quiet);
    button->setIcon(themedIcon(icon, QPalette::PlaceholderText));
    setTip(button, what);
    return named(button, objectName, CellFooter::tr("%1, %2").arg(what, modelName));
}

constexpr int roomForCopy = 235; ///< in narrower cells Copy is in the menu only
constexpr int fewestLettersOfName = 3 + 4; ///< the dot before it included
constexpr int roomForBoth = 330; ///< in narrower cells a mark stands alone

Money costOf(const CompareCell &cell)
{
    return cell.outcome ? cell.outcome->cost : Money::unknown();
}

} // namespace

CellFooter::CellFooter(const QString &objectName, const QString &modelName, QWidget *parent)
    : QWidget(parent)
    , m_time(new TextLabel(TextLabel::Voice::Body))
    , m_cost(new TextLabel(TextLabel::Voice::Strong))
    , m_detail(new TextLabel(TextLabel::Voice::Small))
    , m_mark(new EmulationMark)
    , m_save(tool(Icon::Save, objectName + u".save"_s, tr("Save as…"), modelName))
    , m_copy(tool(Icon::Copy, objectName + u".copy"_s, tr("Copy"), modelName))
    , m_more(tool(Icon::More, objectName + u".more"_s, tr("More"), modelName))
{
    setObjectName(objectName);
    m_time->setObjectName(objectName + u".time"_s);
    m_time->setElided(true);
    m_cost->setObjectName(objectName + u".cost"_s);
    m_detail->setObjectName(objectName + u".detail"_s);
    m_detail->setElided(true);
    named(m_mark, objectName + u".mark"_s, tr("What was changed on the way"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_time, 1);
    first->addWidget(m_cost);
    auto *second = new QHBoxLayout;
    second->setSpacing(2);
    second->addWidget(m_detail, 1);
    second->addWidget(m_mark);
    second->addStretch();
    second->addSpacing(4);
    second->addWidget(m_save);
    second->addWidget(m_copy);
    second->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 6);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(m_save, &QPushButton::clicked, this, &CellFooter::saveWanted);
    connect(m_copy, &QPushButton::clicked, this, &CellFooter::copyWanted);
    connect(m_more, &QPushButton::clicked, this, &CellFooter::menuWanted);
}

void CellFooter::show(const CompareCell &cell, const QString &provider, const Names &names)
{
    const bool done = cell.state == CompareCell::State::Done;
    m_done = done;
    m_save->setVisible(done);
    m_copy->setVisible(done && width() >= roomForCopy);
    m_save->setEnabled(cell.picture());
    m_copy->setEnabled(cell.picture());
    if (cell.isUnderWay()) {
        setTime(cell.state == CompareCell::State::Queued ? tr("queued") : tr("running"), provider);
        m_cost->setVoice(TextLabel::Voice::Muted);
        m_cost->setText(cell.expected.price.isKnown() ? texts::sum({cell.expected.price}) : QString());
    } else {
        setTime(texts::duration(cell.tookMilliseconds()), provider);
        showBill(cell);
    }
    fitTime();
    showMark(cell, names);
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

void CellFooter::setTime(const QString &time, const QString &provider)
{
    m_timeAlone = time;
    m_timeWhole = provider.isEmpty() ? time : QString(time + u" · "_s + provider);
}

/// A name of which two letters are left is worse than none.
void CellFooter::fitTime()
{
    const QMargins margins = layout()->contentsMargins();
    const int room =
        width() - margins.left() - margins.right() - 6 - (m_cost->text().isEmpty() ? 0 : m_cost->sizeHint().width());
    const QFontMetrics metrics = m_time->fontMetrics();
    const int enough = metrics.horizontalAdvance(m_timeWhole.left(m_timeAlone.size() + fewestLettersOfName));
    const bool fits = room >= std::min(enough, metrics.horizontalAdvance(m_timeWhole));
    m_time->setText(fits ? m_timeWhole : m_timeAlone);
    setTip(m_time, fits ? QString() : m_timeWhole);
}

void CellFooter::showMark(const CompareCell &cell, const Names &names)
{
    const EmulationText emulation = cell.outcome ? emulationText(*cell.outcome, names) : EmulationText();
    const bool marked = cell.state == CompareCell::State::Done && !emulation.mark.isEmpty();
    m_mark->setVisible(marked);
    // Other words are a thing to notice; where there is room, not instead of what the picture is.
    m_besideMark = !marked || emulation.calm;
    m_detail->setVisible(m_besideMark && (!marked || width() >= roomForBoth));
    if (marked) {
        m_mark->setMark(emulation);
    }
    const Picture *picture = cell.picture();
    const auto seed = picture && picture->seed ? picture->seed : cell.request.seed;
    const QString seedText = seed ? tr("seed %1").arg(*seed) : QString();
    QStringList details;
    if (picture) {
        details.append(texts::size(picture->size).remove(u' '));
        details.append(formatLabel(picture->format));
    } else {
        if (cell.outcome && cell.outcome->error && cell.outcome->error->httpStatus > 0) {
            details.append(tr("answer %1").arg(cell.outcome->error->httpStatus));
        }
        if (cell.tries > 1) {
            details.append(tr("try %1").arg(cell.tries));
        } else if (seed) {
            details.append(seedText);
        }
    }
    m_detail->setText(details.join(u" · "_s));
    setTip(m_detail, seedText);
}

void CellFooter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_copy->setVisible(m_done && width() >= roomForCopy);
    m_detail->setVisible(m_besideMark && (m_mark->isHidden() || width() >= roomForBoth));
    fitTime();
}

} // namespace lightwell
