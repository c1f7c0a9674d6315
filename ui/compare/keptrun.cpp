// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/keptrun.h"

#include "core/model/boundedjson.h"
#include "core/model/json.h"

#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRuns = 12;
constexpr qsizetype maxModels = 64; ///< also those that were added later
constexpr qsizetype maxTries = 100;

bool isRun(const KeptRun &run)
{
    const qsizetype models = run.models.size();
    const auto isCell = [](const QStringList &tries) { return !tries.isEmpty() && tries.size() <= maxTries; };
    return models > 0 && models <= maxModels && !run.cells.isEmpty() && run.cells.size() % models == 0
        && run.cells.size() / models <= CompareForm::maxPictures
        && std::all_of(run.cells.cbegin(), run.cells.cend(), isCell);
}

/// Earlier tries cost what they cost; the last one that had a picture may still be what is shown.
void takeEarlier(CompareCell &cell, const QList<Generation> &tries)
{
    for (const Generation &earlier : tries) {
        CompareCell ended;
        ended.outcome = earlier;
        ended.state = stateOf(earlier.status);
        ended.expected.price = earlier.estimate;
        if (ended.wasBilled()) {
            cell.costsBefore.append(earlier.cost);
        }
        cell.mayBeBilledBefore += ended.openBills();
    }
}

CompareCell cellOf(const QString &model, const QStringList &tries, const QHash<QString, Generation> &found)
{
    CompareCell cell;
    cell.model = model;
    cell.generation = tries.constLast();
    cell.earlier = tries.mid(0, tries.size() - 1);
    cell.tries = static_cast<int>(tries.size());
    QList<Generation> before;
    for (const QString &earlier : std::as_const(cell.earlier)) {
        if (found.contains(earlier)) {
            before.append(found.value(earlier));
        }
    }
    const auto last = found.constFind(cell.generation);
    cell.isLost = last == found.cend();
    if (cell.isLost) {
        cell.state = CompareCell::State::Failed;
        takeEarlier(cell, before);
        return cell;
    }
    cell.request = last->request;
    if (last->plan) {
        cell.expected = CompareExpectation::of(*last->plan);
    }
    if (last->estimate.isKnown()) {
        cell.expected.price = last->estimate;
    }
    if (last->status == GenerationStatus::Running) {
        cell.state = CompareCell::State::Queued;
        if (!before.isEmpty() && !before.constLast().pictures.isEmpty()) {
            cell.before = before.takeLast();
        }
    } else {
        cell.outcome = *last;
        cell.state = stateOf(last->status);
    }
    takeEarlier(cell, before);
    return cell;
}

} // namespace

QStringList KeptRun::generations() const
{
    QStringList all;
    for (const QStringList &tries : cells) {
        all += tries;
    }
    all.removeDuplicates();
    return all;
}

KeptRun keptOf(const CompareRun &run)
{
    KeptRun kept;
    kept.startedAt = run.startedAt;
    for (const CompareColumn &column : run.columns) {
        kept.models.append(column.model);
    }
    for (const CompareCell &cell : run.cells) {
        QStringList tries = cell.earlier + QStringList {cell.generation};
        if (cell.outcome) { // which may be of an earlier one, where the last brought nothing
            tries.removeAll(cell.outcome->id);
            tries.append(cell.outcome->id);
        }
        if (cell.isOff) {
            kept.off.append(static_cast<int>(kept.cells.size()));
        }
        kept.cells.append(tries);
    }
    return kept;
}

CompareRun runOf(const KeptRun &kept, const QHash<QString, Generation> &found, const Catalog &catalog)
{
    CompareRun run;
    run.startedAt = kept.startedAt;
    for (const QString &model : kept.models) {
        run.columns.append(columnOf(catalog, model));
    }
    const Generation *known = nullptr;
    for (qsizetype index = 0; index < kept.cells.size(); ++index) {
        const QStringList &tries = kept.cells.at(index);
        run.cells.append(cellOf(kept.models.at(index % kept.models.size()), tries, found));
        run.cells.last().isOff = kept.off.contains(static_cast<int>(index)) && !run.cells.constLast().isUnderWay();
        const auto shown = found.constFind(tries.constLast());
        if (!known && shown != found.cend()) {
            known = &*shown;
        }
    }
    if (known) {
        run.form = CompareForm::of(known->request);
        run.form.project = known->origin.project;
        run.operation = known->request.operation;
    }
    run.form.models = kept.models;
    run.form.pictures = run.rows();
    return run;
}

QByteArray writeKept(const QList<KeptRun> &runs)
{
    QJsonArray all;
    for (const KeptRun &run : runs) {
        QJsonArray cells;
        for (const QStringList &tries : run.cells) {
            cells.append(QJsonArray::fromStringList(tries));
        }
        QJsonArray off;
        std::copy(run.off.cbegin(), run.off.cend(), std::back_inserter(off));
        all.append(QJsonObject {{"at"_L1, run.startedAt.toMSecsSinceEpoch()},
                                {"models"_L1, QJsonArray::fromStringList(run.models)},
                                {"cells"_L1, cells},
                                {"off"_L1, off}});
    }
    return QJsonDocument(QJsonObject {{"runs"_L1, all}}).toJson(QJsonDocument::Compact);
}

QList<KeptRun> readKept(const QByteArray &written)
{
    const Result<QJsonObject> read = readJsonObject(written, jsonlimits::own);
    QList<KeptRun> runs;
    const QJsonArray all = read ? read->value("runs"_L1).toArray() : QJsonArray();
    for (const QJsonValue entry : all) {
        const QJsonObject object = entry.toObject();
        KeptRun run;
        run.startedAt = QDateTime::fromMSecsSinceEpoch(object.value("at"_L1).toInteger());
        run.models = json::strings(object.value("models"_L1));
        const QJsonArray cells = object.value("cells"_L1).toArray();
        for (const QJsonValue cell : cells) {
            run.cells.append(json::strings(cell));
        }
        const QJsonArray off = object.value("off"_L1).toArray();
        for (const QJsonValue index : off) {
            run.off.append(index.toInt(-1));
        }
        if (isRun(run) && runs.size() < maxRuns) {
            runs.append(run);
        }
    }
    return runs;
}

} // namespace lightwell
