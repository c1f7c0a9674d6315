// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparerun.h"

#include "core/catalog/catalog.h"
#include "ui/compare/modelchoice.h"

#include <QRandomGenerator>

namespace lightwell {

using namespace Qt::StringLiterals;

CompareColumn columnOf(const Catalog &catalog, const QString &slug)
{
    const Model *model = catalog.find(slug);
    return {slug, modelName(catalog, slug), model ? model->maker : QString(), model ? model->notes : QString()};
}

CompareCell::State stateOf(GenerationStatus status)
{
    switch (status) {
    case GenerationStatus::Completed:
        return CompareCell::State::Done;
    case GenerationStatus::Cancelled:
        return CompareCell::State::Cancelled;
    case GenerationStatus::Failed:
        return CompareCell::State::Failed;
    case GenerationStatus::Running:
    case GenerationStatus::Unknown:
        break;
    }
    return CompareCell::State::Unknown;
}

namespace {

CompareRun beginning(const CompareForm &form, const Catalog &catalog)
{
    CompareRun run;
    run.form = form;
    run.startedAt = QDateTime::currentDateTime();
    for (const QString &slug : form.models) {
        run.columns.append(columnOf(catalog, slug));
    }
    return run;
}

} // namespace

qint64 CompareCell::tookMilliseconds() const
{
    return outcome && outcome->endedAt.isValid() ? outcome->createdAt.msecsTo(outcome->endedAt) : 0;
}

QList<Money> CompareCell::openBills() const
{
    return mayBeBilled() ? mayBeBilledBefore + QList<Money> {expected.price} : mayBeBilledBefore;
}

int CompareRun::shown() const
{
    return static_cast<int>(
        std::count_if(cells.cbegin(), cells.cend(), [](const CompareCell &cell) { return !cell.isOff; }));
}

double CompareRun::shape() const
{
    const SizeRequest &asked = form.size;
    if (asked.pixels && !asked.pixels->isEmpty()) {
        return static_cast<double>(asked.pixels->width()) / asked.pixels->height();
    }
    if (asked.ratio) {
        return asked.ratio->value();
    }
    // That which most of them have. What the plan promised counts from the start, so that little moves later.
    QHash<int, int> counts;
    double most = 1;
    int votes = 0;
    for (const CompareCell &cell : cells) {
        const QSize size = cell.picture() ? cell.picture()->size : cell.expected.size;
        if (size.isEmpty() || cell.isOff) {
            continue;
        }
        const double ratio = static_cast<double>(size.width()) / size.height();
        const int count = ++counts[qRound(ratio * 50)];
        if (count > votes) {
            votes = count;
            most = ratio;
        }
    }
    return most;
}

QString CompareRun::title() const
{
    const QString done = operationLabel(operation);
    const QString prompt = form.prompt.simplified();
    const QString between = done.isEmpty() || prompt.isEmpty() ? QString() : u" · "_s;
    return done + between + prompt;
}

CompareRun runOf(const CompareForm &form, const QHash<QString, CompareExpectation> &expected, const Catalog &catalog)
{
    CompareRun run = beginning(form, catalog);
    // Small enough for every vendor's limit, and easy to read out.
    const qint64 ownSeed = QRandomGenerator::global()->bounded(100'000, 999'000);
    for (int row = 0; row < form.pictures; ++row) {
        for (const QString &slug : form.models) {
            CompareCell cell;
            cell.model = slug;
            cell.request = form.request(slug, row);
            cell.expected = expected.value(slug);
            if (!cell.request.seed && cell.expected.takesSeed) {
                cell.request.seed = ownSeed + row;
            }
            run.cells.append(cell);
        }
    }
    return run;
}

CompareRun runOf(const PictureWork &work, const InputImage &image, const QString &prompt, const Catalog &catalog)
{
    CompareForm form;
    form.prompt = prompt;
    form.models = {work.model};
    CompareRun run = beginning(form, catalog);
    run.operation = work.operation;
    CompareCell cell;
    cell.model = work.model;
    cell.expected = work.expected;
    cell.request.model = work.offer;
    cell.request.operation = work.operation;
    cell.request.prompt = work.prompt;
    cell.request.tuning = work.tuning;
    cell.request.images = {image};
    run.cells = {cell};
    return run;
}

void CompareSummary::add(const CompareCell &cell, qint64 tookMilliseconds)
{
    cells += cell.isOff ? 0 : 1;
    underWay += cell.isUnderWay() ? 1 : 0;
    done += !cell.isOff && cell.state == CompareCell::State::Done ? 1 : 0;
    failed += !cell.isOff && cell.hasFailed() ? 1 : 0;
    mayBeBilled += cell.openBills();
    costs += cell.costsBefore;
    if (cell.before) {
        costs.append(cell.before->cost);
    }
    milliseconds = std::max(milliseconds, tookMilliseconds);
    if (cell.isUnderWay()) {
        underWayPrices.append(cell.expected.price);
    } else if (cell.outcome && cell.wasBilled()) {
        costs.append(cell.outcome->cost);
    }
}

} // namespace lightwell
