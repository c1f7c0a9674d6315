// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up of the window: from the start of the process until the Compare page is painted and can be used.
#include "tests/bench/measurement.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

struct Run
{
    std::optional<double> untilUsable; ///< ms, as the program itself says
    double wholeLife = 0; ///< ms, from here: with its end
    QString complaint;
};

Run start(const Setup &setup, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LIGHTWELL_HOME"_s, home);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(setup.window, {u"--startup-probe"_s});
    const bool ended = process.waitForFinished(patience);
    Run run;
    run.wholeLife = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    bool isNumber = false;
    const double said = process.readAllStandardOutput().simplified().split(' ').constFirst().toDouble(&isNumber);
    if (ended && process.exitCode() == 0 && isNumber) {
        run.untilUsable = said;
    } else {
        run.complaint =
            ended ? QString::fromUtf8(process.readAllStandardError()).simplified().left(200) : process.errorString();
    }
    if (!ended) {
        process.kill();
    }
    process.waitForFinished(patience);
    return run;
}

Figure milliseconds(const QString &name, const QList<double> &times)
{
    Figure figure;
    figure.name = name;
    figure.value = median(times);
    figure.unit = u"ms"_s;
    return figure;
}

} // namespace

QList<Figure> measureStart(const Setup &setup)
{
    const QString name = u"until it can be used"_s;
    if (!QFileInfo(setup.window).isExecutable()) {
        return {Figure::missing(name, u"there is no program %1"_s.arg(setup.window))};
    }
    const QTemporaryDir home(setup.folder + u"/home-XXXXXX"_s);
    QList<double> usable;
    QList<double> whole;
    double first = 0;
    const int runs = setup.quick ? 2 : 10;
    for (int i = 0; i <= runs; ++i) {
        const Run run = start(setup, home.path());
        if (!run.untilUsable) {
            return {Figure::missing(name, u"lightwell --startup-probe did not answer: "_s + run.complaint)};
        }
        if (i == 0) {
            first = *run.untilUsable; // it makes its folders and its database
            continue;
        }
        usable.append(*run.untilUsable);
        whole.append(run.wholeLife);
    }
    return {milliseconds(u"the first start"_s, {first}), milliseconds(name, usable),
            milliseconds(u"the whole life of the process"_s, whole)};
}

} // namespace lightwell::bench
