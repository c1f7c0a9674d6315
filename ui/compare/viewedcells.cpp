// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/viewedcells.h"

#include "ui/compare/comparesession.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/spokennames.h"
#include "ui/compare/statepanel.h"
#include "ui/texts.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

ViewedPicture::UnderWay underWayOf(const CompareSession &session, const CompareCell &cell)
{
    const qint64 elapsed = session.elapsed(cell);
    const qint64 usual = session.usual(cell);
    ViewedPicture::UnderWay way;
    way.time =
        cell.state == CompareCell::State::Queued ? StatePanel::tr("Queued") : StatePanel::timeText(elapsed, usual);
    way.stage = cell.state == CompareCell::State::Queued ? QString() : StatePanel::stageText(cell);
    way.fraction = cell.progress.fraction;
    if (!way.fraction && usual > 0) {
        way.fraction = static_cast<double>(elapsed) / static_cast<double>(usual);
    }
    way.preview = cell.preview;
    return way;
}

void tellMade(ViewedPicture &it, const CompareCell &cell, const Names::NameOf &providerName)
{
    const Generation &made = *cell.outcome;
    QStringList facts {texts::duration(cell.tookMilliseconds())};
    if (!made.attempts.isEmpty()) {
        facts.append(providerName(made.attempts.constLast().provider));
    }
    const EmulationText emulation = emulationText(made, spokenNames(it.name, providerName));
    if (!emulation.calm && !emulation.mark.isEmpty()) {
        facts.append(emulation.mark); // another shape or size than was asked
    }
    it.picture = *cell.picture();
    it.generation = made;
    it.facts = facts.join(u" · "_s);
    it.cost = texts::spent(made.cost);
}

} // namespace

QString viewedId(int run, int cell)
{
    return u"%1.%2"_s.arg(run).arg(cell);
}

int cellOf(const QString &viewedId, int run)
{
    const QStringList parts = viewedId.split(u'.');
    return parts.size() == 2 && parts.at(0) == QString::number(run) ? parts.at(1).toInt() : -1;
}

QList<ViewedPicture> viewedCells(const CompareSession &session, int run, const Names::NameOf &providerName,
                                 const QStringList &shown)
{
    QList<ViewedPicture> all;
    const CompareRun *of = session.run(run);
    for (int index = 0; of && index < of->cells.size(); ++index) {
        const CompareCell &cell = of->cells.at(index);
        if (cell.isOff) {
            continue;
        }
        const CompareColumn &column = of->columns.at(index % of->columns.size());
        ViewedPicture it;
        it.id = viewedId(run, index);
        it.name = column.name;
        it.maker = column.maker;
        it.generation.request = cell.request;
        it.generation.createdAt = of->startedAt;
        if (cell.isUnderWay()) {
            it.picture.size = cell.expected.size;
            it.underWay = underWayOf(session, cell);
        } else if (cell.picture()) {
            tellMade(it, cell, providerName);
        } else if (shown.contains(it.id)) {
            const QList<Attempt> attempts = cell.outcome ? cell.outcome->attempts : QList<Attempt>();
            const FailureText failure =
                failureText(cell, attempts.isEmpty() ? QString() : attempts.constLast().provider,
                            spokenNames(column.name, providerName));
            QStringList words {failure.title, failure.what, failure.billing};
            words.removeAll(QString());
            it.problem = words.join(u'\n');
        } else {
            continue;
        }
        all.append(it);
    }
    return all;
}

} // namespace lightwell
