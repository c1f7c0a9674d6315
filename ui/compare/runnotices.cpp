// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runnotices.h"

#include "core/storage/settings.h"
#include "ui/compare/comparesession.h"
#include "ui/notifier.h"
#include "ui/texts.h"

#include <QPointer>
#include <QWidget>

namespace lightwell {

using namespace Qt::StringLiterals;

RunNotices::RunNotices(CompareSession &session, Notifier &notifier, const Settings &settings, QWidget &page,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_notifier(notifier)
    , m_settings(settings)
    , m_page(page)
{
    connect(&session, &CompareSession::runAdded, this, &RunNotices::follow);
    connect(&session, &CompareSession::cellChanged, this, &RunNotices::follow);
    connect(&session, &CompareSession::runRemoved, this, [this](int run) { m_underWay.remove(run); });
}

void RunNotices::follow(int id)
{
    const CompareRun *run = m_session.run(id);
    if (run && run->isUnderWay()) {
        m_underWay.insert(id);
    } else if (m_underWay.remove(id) && run && !m_page.window()->isActiveWindow()
               && m_settings.toBool(Setting::NotifyWhenDone)) {
        tell(id);
    }
}

void RunNotices::tell(int id)
{
    const QList<CompareCell> &cells = m_session.run(id)->cells;
    const auto count = [&cells](auto is) { return static_cast<int>(std::count_if(cells.cbegin(), cells.cend(), is)); };
    const int done = count([](const CompareCell &cell) { return cell.state == CompareCell::State::Done; });
    const int failed = count([](const CompareCell &cell) { return cell.hasFailed(); });
    if (done + failed == 0) {
        return; // the person stopped all of them, and knows
    }
    QList<Money> costs;
    QList<Money> open;
    for (const CompareCell &cell : cells) {
        costs += cell.costsBefore;
        open += cell.openBills();
        if (cell.outcome && cell.wasBilled()) {
            costs.append(cell.outcome->cost);
        }
    }
    QStringList facts;
    if (failed > 0) {
        facts.append(tr("%1 failed").arg(failed));
    }
    if (!costs.isEmpty()) {
        facts.append(texts::spentSum(costs));
    }
    if (!open.isEmpty()) {
        facts.append(tr("%1 may be billed").arg(texts::sum(open)));
    }
    const QString title = cells.size() == 1 ? (done == 1 ? tr("The picture is done") : tr("The picture did not come"))
                                            : tr("%1 of %2 pictures are done").arg(done).arg(cells.size());
    m_notifier.notify(title, facts.join(u" · "_s), [window = QPointer(m_page.window())] {
        if (window) {
            window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
            window->show();
            window->raise();
            window->activateWindow();
        }
    });
}

} // namespace lightwell
