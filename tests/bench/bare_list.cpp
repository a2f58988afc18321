// A window with a plain list of ten thousand texts: what any Qt program pays to be on the screen here. The
// desk's start and memory are held against it (bench_desktop.sh).
#include <QtCore/QStringListModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    QStringList texts;
    texts.reserve(10'000);
    for (int i = 0; i < 10'000; ++i)
        texts.append(QStringLiteral("Customer %1 is waiting for an answer").arg(i));
    QStringListModel model(texts);
    QListView list;
    list.setUniformItemSizes(true);
    list.setModel(&model);
    list.resize(1000, 700);
    list.show();
    return QApplication::exec();
}
