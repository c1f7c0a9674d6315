// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lightwell-bench [NAME…]: measures what the README beside this file explains. Figures, not tests: nothing here fails
// because a machine is slow.
#include "tests/bench/measurement.h"
#include "tests/bench/report.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace lightwell::bench;

namespace {

void declare(QCommandLineParser &parser)
{
    const QString beside = QCoreApplication::applicationDirPath();
    QString names;
    for (const Measurement &measurement : allMeasurements()) {
        names += u"\n  "_s + measurement.name.leftJustified(10) + measurement.summary;
    }
    parser.setApplicationDescription(u"Measures Lightwell. Measurements (all of them by default):"_s + names);
    parser.addHelpOption();
    parser.addPositionalArgument(u"name"_s, u"What to measure."_s, u"[NAME...]"_s);
    parser.addOptions({
        {u"cli"_s, u"The program lightwell-cli."_s, u"FILE"_s, beside + u"/lightwell-cli"_s},
        {u"window"_s, u"The program lightwell."_s, u"FILE"_s, beside + u"/lightwell"_s},
        {u"node-modules"_s, u"The node_modules folder that holds sharp and @portkey-ai/gateway."_s, u"DIR"_s},
        {u"folder"_s, u"Work in here; a folder in the system's place for temporary files by default."_s, u"DIR"_s},
        {u"formats"_s, u"What encode compares, like png,webp; all of them by default."_s, u"NAMES"_s},
        {u"quick"_s, u"A few rounds only, to see that everything works."_s},
        {u"json"_s, u"Print JSON instead of tables."_s},
    });
}

QList<Measurement> chosen(const QStringList &names, QString *unknown)
{
    QList<Measurement> list;
    for (const Measurement &measurement : allMeasurements()) {
        if (names.isEmpty() || names.contains(measurement.name)) {
            list.append(measurement);
        }
    }
    for (const QString &name : names) {
        if (std::none_of(list.begin(), list.end(), [&name](const Measurement &m) { return m.name == name; })) {
            *unknown = name;
        }
    }
    return list;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    declare(parser);
    parser.process(application);
    QString unknown;
    const QList<Measurement> measurements = chosen(parser.positionalArguments(), &unknown);
    if (!unknown.isEmpty()) {
        QTextStream(stderr) << "There is no measurement \"" << unknown << "\"; --help lists them.\n";
        return 2;
    }
    const QString base = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : QDir::tempPath();
    const QTemporaryDir folder(base + u"/lightwell-bench-XXXXXX"_s);
    if (!folder.isValid()) {
        QTextStream(stderr) << base << " cannot be written: " << folder.errorString() << '\n';
        return 1;
    }
    const Setup setup {parser.value(u"cli"_s),          parser.value(u"window"_s),
                       parser.value(u"node-modules"_s), folder.path(),
                       parser.isSet(u"quick"_s),        parser.value(u"formats"_s).split(u',', Qt::SkipEmptyParts)};
    QTextStream out(stdout);
    QJsonArray results;
    for (const Measurement &measurement : measurements) {
        const QList<Figure> figures = measurement.run(setup);
        if (parser.isSet(u"json"_s)) {
            results.append(asJson(measurement.name, figures));
        } else {
            out << asTable(measurement.name, figures) << Qt::endl;
        }
    }
    if (parser.isSet(u"json"_s)) {
        out << QJsonDocument(results).toJson();
    }
    return 0;
}
