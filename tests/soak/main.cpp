// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lightwell-soak [--generations N] [--parallel N] [--kill-every N] [--seed N]: a gateway between clients and vendors of
// all kinds, with faults and kills at random; then its books are compared with what the vendors billed and the clients
// got. Prints the seed, with which the same faults come again. Ends with 1 where something is not as it should be.
#include "tests/soak/soak.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cstdio>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

SoakWish readWish(const QCoreApplication &application)
{
    SoakWish wish;
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"generations"_s, u"How many."_s, u"N"_s, QString::number(wish.generations)},
         {u"parallel"_s, u"At the same time."_s, u"N"_s, QString::number(wish.parallel)},
         {u"kill-every"_s, u"Answers between two kills, on average."_s, u"N"_s, QString::number(wish.killEvery)},
         {u"seed"_s, u"As an earlier run printed it."_s, u"N"_s,
          QString::number(QRandomGenerator::global()->bounded(1, 1'000'000))}});
    parser.process(application);
    wish.generations = parser.value(u"generations"_s).toInt();
    wish.parallel = parser.value(u"parallel"_s).toInt();
    wish.killEvery = parser.value(u"kill-every"_s).toInt();
    wish.seed = parser.value(u"seed"_s).toUInt();
    return wish;
}

int report(const Soak &soak, qint64 milliseconds)
{
    const Evidence &seen = soak.evidence();
    QStringList table;
    const QStringList complaints = audit(soak.home(), seen, table);
    for (const QString &line : std::as_const(table)) {
        print(line);
    }
    QStringList answers;
    for (auto answer = seen.answers.begin(); answer != seen.answers.end(); ++answer) {
        answers.append(u"%1×%2"_s.arg(answer.value()).arg(answer.key()));
    }
    print(u"answers: %1; kills %2, faults %3, memory %4 to %5 KiB, %6 s"_s.arg(answers.join(u", "_s))
              .arg(seen.kills)
              .arg(seen.faults)
              .arg(seen.memory.value(0))
              .arg(seen.memory.isEmpty() ? 0 : seen.memory.constLast())
              .arg(milliseconds / 1000));
    for (const QString &complaint : complaints) {
        print(u"WRONG "_s + complaint);
    }
    return complaints.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const SoakWish wish = readWish(application);
    print(u"seed %1"_s.arg(wish.seed));
    QElapsedTimer timer;
    timer.start();
    Soak soak(wish);
    QObject::connect(&soak, &Soak::finished, &application,
                     [&] { QCoreApplication::exit(report(soak, timer.elapsed())); });
    QObject::connect(&soak, &Soak::failed, &application, [](const QString &why) {
        print(why);
        QCoreApplication::exit(1);
    });
    soak.start();
    return QCoreApplication::exec();
}
