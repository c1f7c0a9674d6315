// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a cell.
#include "ui/compare/cellactions.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/recall.h"
#include "ui/shortcuts/keymap.h"
#include "ui/texts.h"
#include "ui/widgets/icons.h"

#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString againText(const CompareCell &cell)
{
    if (cell.state != CompareCell::State::Done && cell.state != CompareCell::State::Unknown) {
        return CellWidget::tr("&Retry");
    }
    const Money price = cell.expected.price;
    if (!price.isKnown()) {
        return CellWidget::tr("&Make again (costs again)");
    }
    return price == Money::zero() ? CellWidget::tr("&Make again")
                                  : CellWidget::tr("&Make again (%1)").arg(texts::sum({price}));
}

} // namespace

/// All but a retry, which every menu has.
void CellWidget::addSteps(QMenu *menu)
{
    const FailureText failure = this->failure();
    for (const FailureAction &action : {failure.first, failure.second}) {
        const bool isAgain =
            action.step == FailureAction::Step::Retry || action.step == FailureAction::Step::RetryMayBillTwice;
        if (action && !isAgain) {
            const bool costs = action.price.isKnown() && action.price != Money::zero();
            const QString text = QString(action.text).replace(u'&', "&&"_L1);
            QAction *step = menu->addAction(costs ? text + u'\t' + texts::one(action.price) : text);
            step->setObjectName(u"cellMenu.step.%1"_s.arg(static_cast<int>(action.step)));
            connect(step, &QAction::triggered, this, [this, action] { takeStep(action); });
        }
    }
}

void CellWidget::openMenu(const QPoint &position)
{
    const CompareCell *it = cell();
    if (!it) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cellMenu"_s);
    menu->setAccessibleName(tr("Picture by %1").arg(m_place.modelName));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (it->isUnderWay()) {
        connect(menu->addAction(themedIcon(Icon::Stop), tr("&Cancel")), &QAction::triggered, this, &CellWidget::cancel);
        addExplain(menu);
    } else {
        if (it->picture()) {
            addPictureActions(menu, *it);
            Q_EMIT pictureMenu(menu);
            menu->addSeparator();
        } else {
            addSteps(menu);
            if (!it->isLost) {
                addRecalls(menu, *it);
            }
        }
        addExplain(menu);
        QAction *again = menu->addAction(themedIcon(Icon::Retry), againText(*it));
        again->setObjectName(u"cellMenu.again"_s);
        again->setEnabled(!it->isOnlyHere()
                          && !it->isLost); // it would take the place of a picture that is nowhere else
        connect(again, &QAction::triggered, this, &CellWidget::againWanted);
        QAction *off = menu->addAction(themedIcon(Icon::Close), tr("Take &off the page"));
        off->setObjectName(u"cellMenu.off"_s);
        off->setShortcut(m_actions.keymap().keys(KeyAction::TakeOff).value(0));
        off->setShortcutVisibleInContextMenu(true);
        connect(off, &QAction::triggered, this, &CellWidget::offWanted);
    }
    menu->popup(position);
}

void CellWidget::addExplain(QMenu *menu)
{
    QAction *explain = menu->addAction(themedIcon(Icon::Info), tr("E&xplain"));
    explain->setObjectName(u"cellMenu.explain"_s);
    explain->setShortcut(m_actions.keymap().keys(KeyAction::Explain).value(0));
    explain->setShortcutVisibleInContextMenu(true);
    connect(explain, &QAction::triggered, this, &CellWidget::explainWanted);
}

void CellWidget::addPictureActions(QMenu *menu, const CompareCell &it)
{
    const Generation generation = *it.outcome;
    const Picture picture = *it.picture();
    const auto keysOf = [this](KeyAction what) { return m_actions.keymap().keys(what).value(0); };
    const auto add = [this, menu](Icon icon, const QString &text, const QString &name, const auto &act,
                                  const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(themedIcon(icon), text);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
    };
    add(
        Icon::Expand, tr("&Enlarge"), u"cellMenu.enlarge"_s, [this] { Q_EMIT enlargeWanted(); }, Qt::Key_Return);
    add(Icon::Picture, tr("&Open in its program"), u"cellMenu.open"_s,
        [this, generation, picture] { m_actions.open(generation, picture); });
    add(
        Icon::Save, tr("&Save as…"), u"cellMenu.save"_s,
        [this, generation, picture] { m_actions.saveAs(this, generation, picture); }, keysOf(KeyAction::SavePicture));
    add(
        Icon::Copy, tr("&Copy"), u"cellMenu.copy"_s,
        [this, generation, picture] { m_actions.copy(generation, picture); }, keysOf(KeyAction::CopyPicture));
    add(Icon::Folder, tr("Show in &folder"), u"cellMenu.folder"_s,
        [this, picture] { m_actions.showInFolder(picture); });
    if (m_actions.marks().canMark()) {
        add(
            Icon::Star, mark().isStarred ? tr("&Take the star away") : tr("S&tar"), u"cellMenu.star"_s,
            [this] { toggle(picturemarks::Mark::Starred); }, keysOf(KeyAction::Star));
        add(mark().isHidden ? Icon::Eye : Icon::EyeOff,
            mark().isHidden ? tr("Show in the &gallery") : tr("&Hide in the gallery"), u"cellMenu.hide"_s,
            [this] { toggle(picturemarks::Mark::Hidden); });
    }
    addRecalls(menu, it);
}

/// Into the form, where one thing can be changed before it is made again.
void CellWidget::addRecalls(QMenu *menu, const CompareCell &it)
{
    const std::optional<qint64> seed = seedOf(it);
    QMenu *recalls = menu->addMenu(themedIcon(Icon::Compare), tr("&Use in the form"));
    recalls->setObjectName(u"cellMenu.recall"_s);
    recalls->setAccessibleName(tr("Use in the form"));
    const auto add = [this, recalls](const QString &text, const QString &name, Recall what) {
        QAction *action = recalls->addAction(text);
        action->setObjectName(u"cellMenu.recall."_s + name);
        connect(action, &QAction::triggered, this, [this, what] { Q_EMIT recallWanted(what); });
    };
    if (canRecallAll(it)) {
        add(tr("&All of it"), u"all"_s, Recall::All);
        if (seed) {
            add(tr("All &but the seed"), u"allButSeed"_s, Recall::AllButSeed);
        }
    }
    if (!it.request.prompt.isEmpty()) {
        add(tr("The &prompt"), u"prompt"_s, Recall::Prompt);
    }
    if (seed) {
        add(tr("The &seed, %1").arg(*seed), u"seed"_s, Recall::Seed);
    }
    recalls->menuAction()->setVisible(!recalls->isEmpty());
}

} // namespace lightwell
