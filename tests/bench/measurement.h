// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

#include <functional>

namespace lightwell::bench {

/// What the person who runs the program chose.
struct Setup
{
    QString cli; ///< lightwell-cli
    QString window; ///< lightwell
    QString nodeModules; ///< where sharp and Portkey are; empty: nowhere
    QString folder; ///< homes of the programs and pictures are made in here
    bool quick = false; ///< a few rounds, to see that everything works
    QStringList formats = {}; ///< that `encode` compares; empty: all of them
};

/// One thing to measure.
struct Measurement
{
    QString name;
    QString summary;
    std::function<QList<Figure>(const Setup &)> run;
};

[[nodiscard]] const QList<Measurement> &allMeasurements();

[[nodiscard]] QList<Figure> measureGateway(const Setup &setup);
[[nodiscard]] QList<Figure> measureCalls(const Setup &setup);
[[nodiscard]] QList<Figure> measureDialects(const Setup &setup);
[[nodiscard]] QList<Figure> measureStreams(const Setup &setup);
[[nodiscard]] QList<Figure> measureInstructions(const Setup &setup);
[[nodiscard]] QList<Figure> measureRest(const Setup &setup);
[[nodiscard]] QList<Figure> measureEncode(const Setup &setup);
[[nodiscard]] QList<Figure> measureExport(const Setup &setup);
[[nodiscard]] QList<Figure> measureTls(const Setup &setup);
[[nodiscard]] QList<Figure> measureCatalog(const Setup &setup);
[[nodiscard]] QList<Figure> measureLedger(const Setup &setup);
[[nodiscard]] QList<Figure> measureHealing(const Setup &setup);
[[nodiscard]] QList<Figure> measureStart(const Setup &setup);

} // namespace lightwell::bench
