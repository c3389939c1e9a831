from django.db import migrations, models
from django.db.models.deletion import CASCADE, PROTECT

ID = (
    "id",
    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Product",
            fields=[
                ID,
                ("sku", models.CharField(max_length=20, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("price", models.DecimalField(max_digits=8, decimal_places=2)),
            ],
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ID,
                ("product", models.ForeignKey("catalog.Product", on_delete=CASCADE)),
                ("rating", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Customer",
            fields=[
                ID,
                ("number", models.CharField(max_length=20, unique=True)),
                ("email", models.EmailField(max_length=254)),
            ],
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ID,
                ("customer", models.ForeignKey("catalog.Customer", on_delete=PROTECT)),
                ("product", models.ForeignKey("catalog.Product", on_delete=PROTECT)),
                ("quantity", models.PositiveIntegerField()),
            ],
        ),
    ]
