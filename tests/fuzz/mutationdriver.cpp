// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A main() for fuzz targets where libFuzzer is not: runs every seed, then a fixed number of mutations of them. What it
// tries depends on the seeds alone, so a failure comes again; the input that was under way lies in a file then.
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

#include <array>
#include <cstdint>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr qsizetype maxBytes = 64LL * 1024;

class Mutator
{
public:
    explicit Mutator(QList<QByteArray> seeds)
        : m_seeds(std::move(seeds))
    {
    }

    QByteArray next()
    {
        QByteArray input = m_seeds.at(below(m_seeds.size()));
        for (qsizetype changes = 1 + below(1 + below(6)); changes > 0; --changes) {
            mutate(input);
        }
        return input.left(maxBytes);
    }

private:
    qsizetype below(qsizetype end) { return end > 0 ? qsizetype(m_chance() % std::uint64_t(end)) : 0; }

    void mutate(QByteArray &input)
    {
        static constexpr std::array<char, 16> marks = {'\0', '\r', '\n', '"', '\\', '<', '>', '&',
                                                       '{',  '[',  '%',  ':', ' ',  '-', '9', char(0xff)};
        const qsizetype at = below(input.size() + 1);
        switch (below(8)) {
        case 0:
            if (at < input.size()) {
                input[at] = char(input.at(at) ^ (1 << below(8)));
            }
            return;
        case 1:
            input.insert(at, marks.at(std::size_t(below(marks.size()))));
            return;
        case 2:
            input.remove(at, 1 + below(16));
            return;
        case 3:
            input.truncate(at);
            return;
        case 4: // a piece of itself once more
            input.insert(at, input.mid(below(input.size()), 1 + below(64)));
            return;
        case 5: { // a piece of another
            const QByteArray &other = m_seeds.at(below(m_seeds.size()));
            input.insert(at, other.mid(below(other.size()), 1 + below(256)));
            return;
        }
        case 6:
            replaceValue(input, at);
            return;
        default: // the same piece many times: depth and length
            input.insert(at, input.mid(at, 1 + below(24)).repeated(1 + below(512)));
        }
    }

    /// What stands behind a colon, as in JSON and in headers, becomes another's or something nobody expects there.
    void replaceValue(QByteArray &input, qsizetype at)
    {
        static const QList<QByteArray> odd = {"null", "true", "-1", "0.5",  "1e308",       "9007199254740993",
                                              "\"\"", "[]",   "{}", "[{}]", "\"\\ud800\"", "[null,7,\"a\"]"};
        const auto [begin, length] = valueBehind(input, at);
        if (length == 0) {
            return;
        }
        const QByteArray &other = m_seeds.at(below(m_seeds.size()));
        const auto [otherBegin, otherLength] = valueBehind(other, below(other.size()));
        const bool isOdd = otherLength == 0 || below(2) == 0;
        input.replace(begin, length, isOdd ? odd.at(below(odd.size())) : other.mid(otherBegin, otherLength));
    }

    static std::pair<qsizetype, qsizetype> valueBehind(const QByteArray &text, qsizetype at)
    {
        const qsizetype begin = text.indexOf(':', at) + 1;
        qsizetype end = begin;
        while (begin > 0 && end < text.size() && !QByteArrayView(",}]\n").contains(text.at(end))) {
            ++end;
        }
        return {begin, end - begin};
    }

    QList<QByteArray> m_seeds;
    std::mt19937_64 m_chance {1};
};

QList<QByteArray> readSeeds(const QString &folder)
{
    QList<QByteArray> seeds;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        if (QFile file(info.filePath()); file.open(QIODevice::ReadOnly)) {
            seeds.append(file.readAll());
        }
    }
    return seeds;
}

/// Stays open all the time: thousands of new files would take longer than what is tried.
void run(const QByteArray &input, QFile &lastInput)
{
    lastInput.seek(0);
    lastInput.write(input);
    lastInput.resize(input.size());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), std::size_t(input.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QString program = QString::fromLocal8Bit(argv[0]);
    if (argc != 4 || QByteArray(argv[1]) != "--rounds") {
        std::fprintf(stderr, "Usage: %s --rounds COUNT SEEDS\n", argv[0]);
        return 2;
    }
    const QList<QByteArray> seeds = readSeeds(QString::fromLocal8Bit(argv[3]));
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "There are no seeds in %s.\n", argv[3]);
        return 2;
    }
    QFile lastInput(program + QStringLiteral(".input"));
    if (!lastInput.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(lastInput.fileName()));
        return 2;
    }
    for (const QByteArray &seed : seeds) {
        run(seed, lastInput);
    }
    Mutator mutator(seeds);
    const int rounds = QByteArray(argv[2]).toInt();
    for (int round = 0; round < rounds; ++round) {
        run(mutator.next(), lastInput);
    }
    lastInput.remove();
    std::printf("%lld seeds, %d mutations\n", qlonglong(seeds.size()), rounds);
    return 0;
}
