// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lightwell-standin VENDOR: starts the vendor's stand-in so that other programs (the vendors' own clients) can talk
// to it. Prints {"event":"listening","url":…}; answers the line "calls" on standard input with what was received
// so far; ends when standard input closes.
#include "tests/standins/factory.h"
#include "tests/standins/vertex.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void printCalls(const StandIn &standIn)
{
    QJsonArray calls;
    for (const Received &r : standIn.calls()) {
        QJsonObject headers;
        for (const lightwell::HttpHeader &h : r.headers) {
            headers.insert(QString::fromLatin1(h.name.toLower()), QString::fromLatin1(h.value));
        }
        calls.append(QJsonObject {{u"method"_s, QString::fromLatin1(r.method)},
                                  {u"path"_s, r.path},
                                  {u"headers"_s, headers},
                                  {u"body"_s, r.json()},
                                  {u"bytes"_s, r.body.size()}});
    }
    print({{u"event"_s, u"calls"_s}, {u"calls"_s, calls}});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString vendor = application.arguments().value(1);
    const std::unique_ptr<StandIn> standIn = makeStandIn(vendor);
    if (!standIn) {
        std::fprintf(stderr, "usage: lightwell-standin %s\n", qPrintable(standInNames().join(u'|')));
        return 2;
    }
    QJsonObject ready {{u"event"_s, u"listening"_s}, {u"url"_s, standIn->baseUrl().toString()}};
    if (const auto *vertex = dynamic_cast<const VertexStandIn *>(standIn.get())) {
        ready.insert(u"credentials"_s, QString::fromUtf8(vertex->serviceAccount())); // made anew for each
    }
    print(ready);

    QByteArray input;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        char buffer[256];
        const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) {
            return application.quit();
        }
        input.append(buffer, got);
        for (qsizetype end = input.indexOf('\n'); end >= 0; end = input.indexOf('\n')) {
            if (input.left(end).trimmed() == "calls") {
                printCalls(*standIn);
            }
            input.remove(0, end + 1);
        }
    });
    return application.exec();
}
